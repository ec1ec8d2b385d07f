import { formatMinutes } from '@/components/ui/format-time';
import type { StatusCode } from '@/lib/protocol/unit';
import { UNIT_STATE_LOOK } from './state-look';

/** A code with the agency's own text: "2 Fremme". */
export function codeWords(code: Pick<StatusCode, 'code' | 'text'>): string {
  return `${code.code} ${code.text}`;
}

/** A code with its text and what it means: "2 Fremme (on scene)". */
export function codeMeaning(code: StatusCode): string {
  return `${codeWords(code)} (${UNIT_STATE_LOOK[code.state].word.toLowerCase()})`;
}

/** "Mute for 30 min" */
export function muteWords(minutes: number): string {
  return minutes === 0 ? 'Unmute' : `Mute for ${formatMinutes(minutes)}`;
}
