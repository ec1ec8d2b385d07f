import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { CardTone } from '@/lib/protocol/card-value';
import { TONE_LOOK } from './tone-look';

interface ToneMarkProps {
  readonly tone: CardTone;
  /** Pixels. */
  readonly size: number;
  readonly className?: string;
}

/** The shape of a tone, with its word for readers. Nothing for the normal state. */
export function ToneMark({ tone, size, className }: ToneMarkProps) {
  const { shape, word, text } = TONE_LOOK[tone];
  if (shape === null) return null;
  return (
    <>
      <Shape name={shape} size={size} className={cn(text, className)} />
      <span className="sr-only">{word}: </span>
    </>
  );
}
