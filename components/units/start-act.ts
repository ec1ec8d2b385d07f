import type { StatusCode } from '@/lib/protocol/unit';
import { codeWords } from './act-words';
import { needsOf } from './code-choice';
import { openForm } from './row-state';
import type { DoToUnit } from './use-unit-act';

/** Sets a status at once, or asks on the row for what the code needs. */
export function chooseCode(unitId: string, code: StatusCode, act: DoToUnit): void {
  if (needsOf(code)) openForm(unitId, { kind: 'status', code: code.code, note: '', minutes: '' });
  else void act(unitId, { kind: 'status', status: { code: code.code } }, codeWords(code));
}

/** Asks on the row for the incident that the unit is sent to. */
export function startAssign(unitId: string): void {
  openForm(unitId, { kind: 'assign', search: '' });
}

/** Asks on the row for a note to the acknowledgement; it may stay empty. */
export function startAck(unitId: string): void {
  openForm(unitId, { kind: 'ack', note: '' });
}
