'use client';

import { ENTRY_LOOK } from '@/components/room/log/entry-look';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { Shape } from '@/components/ui/shape';
import type { RoomDraft } from '@/stores/room-draft';

/** The kinds one chooses freely, with the keys that choose them. Answers and corrections come from an entry. */
export const FREE_KINDS = [
  { kind: 'utterance', keys: 'u' },
  { kind: 'note', keys: 'n' },
  { kind: 'intervention', keys: 'i' },
] as const;

interface KindChoiceProps {
  readonly kind: RoomDraft['kind'];
  readonly onChange: (kind: RoomDraft['kind']) => void;
}

/** What is being written. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Write as</legend>
      {FREE_KINDS.map((choice) => {
        const { word, shape, text } = ENTRY_LOOK[choice.kind];
        return (
          <label
            key={choice.kind}
            className={cn(
              'flex h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-sm text-text-muted has-checked:border-line-strong has-checked:bg-text/8 has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name="kind"
              className="sr-only"
              checked={kind === choice.kind}
              aria-keyshortcuts={choice.keys}
              onChange={() => onChange(choice.kind)}
            />
            <Shape name={shape} size={9} className={text} />
            {word}
            <Kbd keys={choice.keys} />
          </label>
        );
      })}
    </fieldset>
  );
}
