import type { FlashLevel } from '@/lib/protocol/flash';

/** One tone of a pattern. Times in milliseconds from the pattern's start, pitch in hertz. */
export interface Tone {
  readonly atMs: number;
  readonly forMs: number;
  readonly hz: number;
}

/** One short pattern per level: the louder the level, the more tones and the higher. */
export const SOUND_PATTERNS: Readonly<Record<FlashLevel, readonly Tone[]>> = {
  critical: [
    { atMs: 0, forMs: 130, hz: 784 },
    { atMs: 180, forMs: 130, hz: 988 },
    { atMs: 360, forMs: 130, hz: 784 },
    { atMs: 700, forMs: 130, hz: 988 },
    { atMs: 880, forMs: 220, hz: 1175 },
  ],
  warning: [
    { atMs: 0, forMs: 160, hz: 659 },
    { atMs: 240, forMs: 220, hz: 523 },
  ],
  info: [{ atMs: 0, forMs: 180, hz: 587 }],
  ok: [
    { atMs: 0, forMs: 120, hz: 523 },
    { atMs: 150, forMs: 200, hz: 659 },
  ],
};

/** How long a pattern sounds, in milliseconds. */
export function patternMs(level: FlashLevel): number {
  return Math.max(...SOUND_PATTERNS[level].map((tone) => tone.atMs + tone.forMs));
}
