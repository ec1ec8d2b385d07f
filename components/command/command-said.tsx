'use client';

import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { useBackWords } from '@/components/ui/use-back-words';
import type { Said } from './command-state';

interface CommandSaidProps {
  readonly said: Said | null;
  readonly sending: boolean;
  /** Why Enter does nothing with what is typed. */
  readonly problem: string | null;
}

/** What became of the last line, or what is wrong with this one. Read out. */
export function CommandSaid({ said, sending, problem }: CommandSaidProps) {
  const words = useBackWords(said?.words ?? null, 'press Enter to send');
  const told = sending ? { tone: 'calm' as const, words: 'Sending' } : (said && words ? { ...said, words } : problem === null ? null : { tone: 'calm' as const, words: problem });
  return (
    <p role="status" className={cn('flex items-center gap-2 px-3 empty:hidden', told && 'min-h-9 py-1', told?.tone === 'warning' && 'text-warning', told?.tone === 'ok' && 'text-ok')}>
      {told ? (
        <>
          <Shape name={told.tone === 'ok' ? 'disc' : told.tone === 'warning' ? 'triangle' : 'ring'} size={10} />
          <span className="min-w-0 break-words">{told.words}</span>
        </>
      ) : null}
    </p>
  );
}
