import { LEVEL_LOOK } from '@/components/flash/levels';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { Shape } from '@/components/ui/shape';
import { isPriority } from './sound-look';
import type { SoundKind } from './sound-patterns';

interface SoundMarkProps {
  readonly kind: SoundKind;
  /** Says what it stands for as well. */
  readonly words?: boolean;
}

/** What made a sound, as the board shows it elsewhere. */
export function SoundMark({ kind, words = false }: SoundMarkProps) {
  if (isPriority(kind)) {
    return (
      <>
        <PriorityMark priority={kind} />
        {words ? PRIORITY_LOOK[kind].word : null}
      </>
    );
  }
  const { shape, text, word } = kind === 'down' ? DOWN : LEVEL_LOOK[kind];
  return (
    <>
      <Shape name={shape} className={text} />
      {words ? word : <span className="sr-only">{word}: </span>}
    </>
  );
}

const DOWN = { shape: 'square', text: 'text-critical', word: 'Service down' } as const;
