import { ALERTED_CODE, type StatusCode, type Unit, type UnitPolicy } from '@/lib/protocol/unit';
import { isUsual } from '@/lib/protocol/unit-edges';

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

/** The codes that people may set, in their order. What only the system sets is not among them. */
export function settableCodes(codes: readonly StatusCode[]): StatusCode[] {
  return codes.filter(({ code, state }) => code !== ALERTED_CODE && state !== 'alerted').sort((a, b) => a.position - b.position);
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

/** What a code asks for; null when it can be set at once. */
export function needsOf(code: StatusCode): CodeNeeds | null {
  return code.requiresNote || code.requiresMinutes ? { note: code.requiresNote, minutes: code.requiresMinutes } : null;
}

/** What the policy will say to a change, before it is sent; null when nothing. */
export function policyWords(unit: Unit, code: StatusCode, policy: UnitPolicy): string | null {
  if (policy === 'off' || isUsual(unit.state, code.state)) return null;
  return policy === 'enforce' ? `The policy refuses ${code.code} after ${unit.code}.` : `${code.code} is unusual after ${unit.code}.`;
}
