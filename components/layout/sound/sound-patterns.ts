import type { FlashLevel } from '@/lib/protocol/flash';
import type { Priority } from '@/lib/protocol/incident';

/** What makes a sound: a message by its level, an incident by its priority, a service that goes down. */
export type SoundKind = FlashLevel | Priority | 'down';

/** One tone of a pattern. Times in milliseconds from the pattern's start, pitch in hertz. */
export interface Tone {
  readonly atMs: number;
  readonly forMs: number;
  readonly hz: number;
}

/** One short pattern for each: the louder the matter, the more tones and the higher. Incidents rise, messages call, services fall. */
export const SOUND_PATTERNS: Readonly<Record<SoundKind, readonly Tone[]>> = {
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
  P1: [
    { atMs: 0, forMs: 110, hz: 659 },
    { atMs: 130, forMs: 110, hz: 880 },
    { atMs: 260, forMs: 180, hz: 1319 },
    { atMs: 560, forMs: 110, hz: 659 },
    { atMs: 690, forMs: 110, hz: 880 },
    { atMs: 820, forMs: 220, hz: 1319 },
  ],
  P2: [
    { atMs: 0, forMs: 110, hz: 659 },
    { atMs: 130, forMs: 110, hz: 880 },
    { atMs: 260, forMs: 200, hz: 1047 },
  ],
  P3: [
    { atMs: 0, forMs: 110, hz: 523 },
    { atMs: 130, forMs: 160, hz: 698 },
  ],
  P4: [{ atMs: 0, forMs: 120, hz: 523 }],
  down: [
    { atMs: 0, forMs: 150, hz: 880 },
    { atMs: 180, forMs: 150, hz: 659 },
    { atMs: 360, forMs: 300, hz: 440 },
  ],
};

/** From the loudest on: a louder matter is heard over a sound that still plays. */
const RANK: readonly SoundKind[] = ['critical', 'P1', 'down', 'warning', 'P2', 'P3', 'info', 'ok', 'P4'];

/** 0 for what must be heard whatever else sounds. */
export function soundRank(kind: SoundKind): number {
  return RANK.indexOf(kind);
}

/** How long a pattern sounds, in milliseconds. */
export function patternMs(kind: SoundKind): number {
  return Math.max(...SOUND_PATTERNS[kind].map((tone) => tone.atMs + tone.forMs));
}
