import type { PillTone } from './pill';

/** Text in the colour of a tone. */
export const TONE_TEXT: Readonly<Record<PillTone, string>> = {
  calm: 'text-text-muted',
  accent: 'text-accent',
  critical: 'text-critical',
  warning: 'text-warning',
  info: 'text-info',
  ok: 'text-ok',
  stale: 'text-stale',
};
