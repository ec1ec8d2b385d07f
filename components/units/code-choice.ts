import { ALERTED_CODE, type StatusCode, type Unit, type UnitPolicy } from '@/lib/protocol/unit';
import { isUsual } from '@/lib/protocol/unit-edges';

/** Keys that do something on every page. */
const TAKEN_KEYS = ['/', '?', '.', "'"];
/** Room for the buttons of a row, in characters: five codes of one or two. */
const BUTTONS_CH = 20;

/** A status that can be given to a unit. `usual`: it is among those that are expected next. */
export interface CodeChoice {
  readonly code: StatusCode;
  readonly usual: boolean;
}

/** What must be asked before a code can be set. */
export interface CodeNeeds {
  readonly note: boolean;
  readonly minutes: boolean;
}

/** The codes that people may set, in their order. What only the system sets is not among them, nor what is off the list. */
export function settableCodes(codes: readonly StatusCode[]): StatusCode[] {
  return codes.filter(({ code, state, removed }) => code !== ALERTED_CODE && state !== 'alerted' && !removed).sort((a, b) => a.position - b.position);
}

/** All choices for a unit. Its present code is among them: setting it again stamps its time anew. */
export function codeChoices(unit: Unit, codes: readonly StatusCode[]): CodeChoice[] {
  return settableCodes(codes).map((code) => ({ code, usual: isUsual(unit.state, code.state) }));
}

/** The choices that are worth a button of their own: usual, and not what the unit has already. */
export function buttonCodes(unit: Unit, codes: readonly StatusCode[]): StatusCode[] {
  return codeChoices(unit, codes)
    .filter(({ code, usual }) => usual && code.code !== unit.code)
    .map(({ code }) => code);
}

/**
 * The key that sets a code at once; null for a longer one, which is typed in the command line. A letter is pressed with
 * Shift: small ones move about the board.
 */
export function quickKey({ code }: StatusCode): string | null {
  const key = code.toUpperCase();
  return [...key].length === 1 && !TAKEN_KEYS.includes(key) ? key : null;
}

/** The first codes whose buttons fit side by side; the others are in the menu. */
export function fittingCodes(codes: readonly StatusCode[]): StatusCode[] {
  const fitting: StatusCode[] = [];
  let left = BUTTONS_CH;
  for (const code of codes) {
    left -= Math.max(2, [...code.code].length) + 2;
    if (left < 0) break;
    fitting.push(code);
  }
  return fitting;
}

/** What a code asks for; null when it can be set at once. */
export function needsOf(code: StatusCode): CodeNeeds | null {
  return code.requiresNote || code.requiresMinutes ? { note: code.requiresNote, minutes: code.requiresMinutes } : null;
}

/** What the policy will say to a change, before it is sent; null when nothing. */
export function policyWords(unit: Unit, code: StatusCode, policy: UnitPolicy): string | null {
  if (policy === 'off' || isUsual(unit.state, code.state)) return null;
  return policy === 'enforce' ? `The policy refuses ${code.code} after ${unit.code}.` : `${code.code} is unusual after ${unit.code}.`;
}
