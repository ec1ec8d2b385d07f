'use client';

import type { UseFormRegisterReturn } from 'react-hook-form';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { FLASH_LEVELS } from '@/lib/protocol/flash';

interface LevelCardsProps {
  readonly field: UseFormRegisterReturn;
  readonly error: string | undefined;
}

/** How loud the message is: one of four cards, with shape, word and when to use it. */
export function LevelCards({ field, error }: LevelCardsProps) {
  return (
    <ChoiceGroup label="Level" error={error}>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-4">
        {FLASH_LEVELS.map((level) => {
          const { word, shape, text, use } = LEVEL_LOOK[level];
          return (
            <label
              key={level}
              className="relative grid content-start gap-0.5 rounded-md border border-line-strong px-2.5 py-2 hover:bg-text/5 has-checked:border-accent has-checked:bg-accent/10 has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <span className="flex items-center gap-2 text-sm font-semibold">
                <input type="radio" value={level} className="absolute inset-0 cursor-pointer appearance-none rounded-md opacity-0" aria-describedby={`level-${level}`} {...field} />
                <Shape name={shape} className={cn(text)} />
                {word}
              </span>
              <span id={`level-${level}`} className="text-xs text-text-muted">
                {use}
              </span>
            </label>
          );
        })}
      </div>
    </ChoiceGroup>
  );
}
