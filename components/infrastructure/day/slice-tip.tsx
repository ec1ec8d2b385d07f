import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { HistorySlice } from '@/lib/protocol/monitor';
import { STATE_LOOK } from '../state-look';
import { sliceState, sliceTime, sliceWords } from './slice-words';

interface SliceTipProps {
  readonly slice: HistorySlice;
  readonly sliceMs: number;
  /** Where along the bar, 0 to 1. */
  readonly place: number;
}

/** Says what was in a slice, under it. Hidden from readers: the bar itself tells it as its value. */
export function SliceTip({ slice, sliceMs, place }: SliceTipProps) {
  const { shape, tone } = STATE_LOOK[sliceState(slice)];
  // Grows towards the middle, so that it never leaves the screen.
  const edge = place < 0.5 ? { left: `${place * 100}%` } : { right: `${(1 - place) * 100}%` };
  return (
    <div aria-hidden style={edge} className="floating figures pointer-events-none absolute top-full z-30 mt-1 flex items-center gap-2 px-2 py-1 text-xs">
      <span className="font-medium">{sliceTime(slice, sliceMs)}</span>
      <span className="flex items-center gap-1.5">
        <Shape name={shape} size={9} className={TONE_TEXT[tone]} />
        {sliceWords(slice)}
      </span>
    </div>
  );
}
