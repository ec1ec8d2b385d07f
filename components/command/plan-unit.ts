import { codeMeaning } from '@/components/units/act-words';
import { tellAlarm } from '@/components/units/alarm-words';
import { policyWords, settableCodes } from '@/components/units/code-choice';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { can } from '@/lib/protocol/permissions';
import { sameCode } from '@/lib/protocol/status-code-text';
import { setUnitStatusSchema, type StatusCode, type Unit } from '@/lib/protocol/unit';
import { isAssignable } from '@/lib/protocol/unit-edges';
import { findByNumber } from './find-by-number';
import { problem, type CommandWorld, type Plan } from './plan';

/** The unit that a line begins with, and what follows; null when it begins with none. The longest call sign wins. */
export function splitUnit(line: string, units: readonly Unit[]): { readonly unit: Unit; readonly rest: string } | null {
  const lower = line.toLowerCase();
  const named = units.filter(({ callSign }) => {
    const sign = callSign.toLowerCase();
    return lower.startsWith(sign) && /^($|[\s>])/.test(lower.slice(sign.length));
  });
  const unit = named.sort((a, b) => b.callSign.length - a.callSign.length)[0];
  return unit ? { unit, rest: line.slice(unit.callSign.length).trim() } : null;
}

/** Whether the rest of a line only makes sense after a call sign. */
export function looksLikeUnitCommand(rest: string, codes: readonly StatusCode[]): boolean {
  return /^(>|clear\s*$|ack(\s|$))/i.test(rest) || codes.some(({ code }) => sameCode(code, rest.split(/\s/)[0] ?? ''));
}

/** Reads what follows a call sign: a status, `> number`, `clear`, `ack`. */
export function planForUnit(unit: Unit, rest: string, world: CommandWorld): Plan {
  if (!can(world.role, 'units.write')) return problem('You may look at units, not change them.');
  if (rest.startsWith('>')) return planAssign(unit, rest.slice(1).trim(), world);
  const [, verb = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  switch (verb.toLowerCase()) {
    case 'clear':
      return tail === '' ? planClear(unit, world) : problem(`Write only "${unit.callSign} clear".`);
    case 'ack':
      return planAck(unit, tail, world);
    default:
      return planStatus(unit, verb, tail, world);
  }
}

function planStatus(unit: Unit, word: string, tail: string, { codes, policy }: CommandWorld): Plan {
  const code = settableCodes(codes).find((candidate) => sameCode(candidate.code, word));
  if (!code) return problem(`${word} is no status code. After ${unit.callSign} comes a code, > and an incident, clear or ack.`);
  const read = readDetails(unit, code, tail);
  if ('missing' in read) return problem(read.missing);
  const checked = setUnitStatusSchema.safeParse({ code: code.code, ...read.details });
  if (!checked.success) return problem(checked.error.issues[0]?.message ?? 'This does not fit.');
  const words = `${unit.callSign}: ${codeMeaning(code)}${read.words}`;
  return { kind: 'unit', unit, act: { kind: 'status', status: { code: code.code, ...read.details } }, words, caution: policyWords(unit, code, policy) };
}

type Details = { readonly details: { readonly note?: string; readonly minutes?: number }; readonly words: string } | { readonly missing: string };

function readDetails(unit: Unit, code: StatusCode, tail: string): Details {
  const [, figure, after = ''] = code.requiresMinutes ? (/^(\d+)(?:\s+(.*))?$/s.exec(tail) ?? []) : [];
  if (code.requiresMinutes && figure === undefined) return { missing: `${code.code} ${code.text} needs minutes: ${unit.callSign} ${code.code} 20.` };
  const note = figure === undefined ? tail : after;
  if (code.requiresNote && note === '') return { missing: `${code.code} ${code.text} needs a note after it: why, or until when.` };
  return {
    details: { ...(figure === undefined ? {} : { minutes: Number(figure) }), ...(note ? { note } : {}) },
    words: `${figure === undefined ? '' : `, in ${figure} min`}${note ? `, note "${note}"` : ''}`,
  };
}

function planAssign(unit: Unit, number: string, { incidents }: CommandWorld): Plan {
  if (number === '') return problem('Write the incident’s number after >, such as 0412 or 2026-0412.');
  const found = findByNumber(number, incidents);
  if (found.length === 0) return problem(`No open incident has the number ${number}.`);
  const [incident, another] = found;
  if (!incident || another) return problem(`${found.length} open incidents have the number ${number}: write it with its year.`);
  if (unit.incidentId === incident.id) return problem(`${unit.callSign} is on ${incident.number} already.`);
  const caution = isAssignable(unit.state) ? null : `${unit.callSign} is ${UNIT_STATE_LOOK[unit.state].word.toLowerCase()} now.`;
  const words = `Send ${unit.callSign} to ${incident.number}: ${incident.priority} ${incident.title}`;
  return { kind: 'unit', unit, act: { kind: 'assign', incidentId: incident.id }, words, caution };
}

function planClear(unit: Unit, { incidents }: CommandWorld): Plan {
  if (unit.incidentId === null) return problem(`${unit.callSign} is on no incident.`);
  const number = incidents.find(({ id }) => id === unit.incidentId)?.number ?? 'its incident';
  return { kind: 'unit', unit, act: { kind: 'clear' }, words: `Take ${unit.callSign} off ${number}`, caution: null };
}

function planAck(unit: Unit, note: string, { codes, now }: CommandWorld): Plan {
  const { level, open, words } = tellAlarm(unit, codes.find(({ code }) => code === unit.code), now);
  if (level === 'none') return problem(`${unit.callSign} is within its time limit.`);
  if (!open && unit.ack) return problem(`${unit.ack.by.name} took note of it already.`);
  const told = `Take note that ${unit.callSign} is in its status ${words ?? 'for long'}`;
  return { kind: 'unit', unit, act: { kind: 'ack', ...(note ? { note } : {}) }, words: note ? `${told}, note "${note}"` : told, caution: null };
}
