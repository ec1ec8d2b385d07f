import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { aUnit, CODES } from '@/components/units/testing';
import type { Incident } from '@/lib/protocol/incident';
import { ROLES } from '@/lib/protocol/permissions';
import { parseCommand } from './parse-command';
import type { CommandWorld, Plan } from './plan';

const aFire = (number: string, title: string, patch: Partial<Incident> = {}) =>
  anIncident(`id-${number}`, { number, title, type: 'fire', priority: 'P1', status: 'active', ...patch });

const world: CommandWorld = {
  role: 'dispatcher',
  units: [
    aUnit('R21', { code: '1', state: 'en_route' }),
    aUnit('R11', { code: '2', state: 'on_scene', incidentId: 'id-2026-0412' }),
    aUnit('R2'),
    aUnit('K 1'),
    aUnit('K 1 2'),
  ],
  codes: CODES,
  policy: 'warn',
  incidents: [
    aFire('2026-0412', 'Smoke from roof', { location: { address: 'Storgata 3', lat: null, lng: null } }),
    aFire('2026-0007', 'Car in ditch'),
    aFire('2025-0007', 'Old water leak'),
  ],
  pages: [
    { href: '/', label: 'Overview' },
    { href: '/units', label: 'Units' },
    { href: '/units/codes', label: 'Unit codes' },
  ],
  newer: false,
  now: Date.parse('2026-11-21T12:40:00.000Z'),
};

const parse = (line: string, patch: Partial<CommandWorld> = {}) => parseCommand(line, { ...world, ...patch });
const words = (plan: Plan) => ('words' in plan ? plan.words : plan.kind);
const hits = (plan: Plan) => (plan.kind === 'find' ? plan.hits.map(({ label }) => label) : plan);

describe('a status', () => {
  it('is a call sign and a code', () => {
    expect(parse('R21 2')).toMatchObject({ kind: 'unit', act: { kind: 'status', status: { code: '2' } }, words: 'R21: 2 Fremme (on scene)', caution: null });
    expect(parse('  r21   2 ')).toMatchObject({ act: { status: { code: '2' } } });
  });

  it('is never taken for another unit whose sign begins alike', () => {
    expect(parse('R2 1')).toMatchObject({ unit: { callSign: 'R2' } });
    expect(parse('K 1 2 5')).toMatchObject({ unit: { callSign: 'K 1 2' }, act: { status: { code: '5' } } });
    expect(parse('K 1 5')).toMatchObject({ unit: { callSign: 'K 1' }, act: { status: { code: '5' } } });
  });

  it('bears a note or minutes', () => {
    expect(parse('R11 7 broken pump')).toMatchObject({ act: { kind: 'status', status: { code: '7', note: 'broken pump' } } });
    expect(parse('R11 0 20')).toMatchObject({ act: { status: { code: '0', minutes: 20 } }, words: 'R11: 0 Disponibel om x min (available later), in 20 min' });
    expect(parse('R11 0 20 hose wash')).toMatchObject({ act: { status: { minutes: 20, note: 'hose wash' } } });
    expect(parse('R21 2 north side')).toMatchObject({ act: { status: { code: '2', note: 'north side' } } });
  });

  it('says what is missing or does not fit', () => {
    expect(words(parse('R11 7'))).toBe('7 Ute av drift needs a note after it: why, or until when.');
    expect(words(parse('R11 0'))).toBe('0 Disponibel om x min needs minutes: R11 0 20.');
    expect(words(parse('R11 0 soon'))).toContain('needs minutes');
    expect(words(parse('R11 0 99999'))).toBe('Give at most 1440 minutes.');
    expect(words(parse('R11 x'))).toContain('x is no status code.');
    expect(words(parse('R11 A'))).toContain('A is no status code.');
  });

  it('tells of what is unusual, by the policy', () => {
    expect(parse('R2 2')).toMatchObject({ kind: 'unit', caution: '2 is unusual after 6.' });
    expect(parse('R2 2', { policy: 'enforce' })).toMatchObject({ kind: 'unit', caution: 'The policy refuses 2 after 6.' });
    expect(parse('R2 2', { policy: 'off' })).toMatchObject({ kind: 'unit', caution: null });
  });

  it('of a unit that is none is refused', () => {
    expect(words(parse('R99 2'))).toBe('R99 is no unit.');
    expect(words(parse('R99 > 412'))).toBe('R99 is no unit.');
    expect(words(parse('R99 clear'))).toBe('R99 is no unit.');
  });
});

describe('assigning and clearing', () => {
  it('takes the number with or without its year', () => {
    for (const line of ['R2 > 0412', 'R2 > 412', 'R2 > 2026-0412', 'R2>0412', 'R2 >412']) {
      expect(parse(line), line).toMatchObject({ kind: 'unit', act: { kind: 'assign', incidentId: 'id-2026-0412' }, words: 'Send R2 to 2026-0412: P1 Smoke from roof', caution: null });
    }
  });

  it('asks for the year where two fit, and refuses what is not open', () => {
    expect(words(parse('R2 > 7'))).toContain('write it with its year');
    expect(parse('R2 > 2025-7')).toMatchObject({ act: { incidentId: 'id-2025-0007' } });
    expect(words(parse('R2 > 99'))).toBe('No open incident has the number 99.');
    expect(words(parse('R2 > smoke'))).toBe('No open incident has the number smoke.');
    expect(words(parse('R2 >'))).toContain('Write the incident’s number');
  });

  it('tells what the unit is doing now', () => {
    expect(parse('R21 > 412')).toMatchObject({ caution: 'R21 is en route now.' });
    expect(words(parse('R11 > 412'))).toBe('R11 is on 2026-0412 already.');
  });

  it('clears what is assigned', () => {
    expect(parse('R11 clear')).toMatchObject({ act: { kind: 'clear' }, words: 'Take R11 off 2026-0412' });
    expect(words(parse('R2 clear'))).toBe('R2 is on no incident.');
    expect(parse('R11 clear now').kind).toBe('problem');
  });
});

describe('taking note of a time limit', () => {
  const ack = { by: { id: 'k', name: 'Kari' }, at: '2026-11-21T12:35:00.000Z', level: 'warn', note: null } as const;

  it('needs one that was passed and nobody saw', () => {
    expect(parse('R11 ack')).toMatchObject({ act: { kind: 'ack' }, words: 'Take note that R11 is in its status for 40 min, limit 30 min' });
    expect(parse('R11 ack called them')).toMatchObject({ act: { kind: 'ack', note: 'called them' } });
    expect(words(parse('R2 ack'))).toBe('R2 is within its time limit.');
    expect(words(parse('R11 ack', { units: [aUnit('R11', { code: '2', state: 'on_scene', ack })] }))).toBe('Kari took note of it already.');
  });
});

describe('a new incident', () => {
  it('is what follows the word', () => {
    expect(parse('new p1 fire Smoke @ Storgata 3 # Kari')).toMatchObject({
      kind: 'create',
      incident: { priority: 'P1', type: 'fire', title: 'Smoke', location: { address: 'Storgata 3' }, reporter: 'Kari' },
      words: 'Create P1 fire: Smoke at Storgata 3, reported by Kari',
    });
  });

  it('needs a title that fits', () => {
    expect(parse('new').kind).toBe('problem');
    expect(parse('new p1 fire').kind).toBe('problem');
    expect(words(parse(`new ${'x'.repeat(200)}`))).toContain('at most 120');
  });
});

describe('going and looking', () => {
  it('goes to pages by the beginning of their name', () => {
    expect(hits(parse('go units'))).toEqual(['Units', 'Unit codes']);
    expect(hits(parse('go un'))).toEqual(['Units', 'Unit codes']);
    expect(hits(parse('go'))).toEqual(['Overview', 'Units', 'Unit codes']);
    expect(words(parse('go users'))).toBe('There is no page called "users" for you.');
  });

  it('finds units and incidents, the closest first', () => {
    expect(hits(parse('r2'))).toEqual(['R2', 'R21']);
    expect(hits(parse('412'))).toEqual(['2026-0412']);
    expect(hits(parse('storgata'))).toEqual(['2026-0412']);
    expect(hits(parse('roof smoke'))).toEqual(['2026-0412']);
    expect(parse('R21').kind).toBe('find');
  });

  it('says when there is nothing', () => {
    expect(parse('')).toEqual({ kind: 'nothing' });
    expect(parse('zebra').kind).toBe('problem');
  });
});

describe('what a role may do', () => {
  it('an observer only looks', () => {
    for (const line of ['R21 2', 'R2 > 412', 'R11 clear', 'R11 ack', 'new p1 fire x']) expect(parse(line, { role: 'observer' }).kind, line).toBe('problem');
    expect(hits(parse('r21', { role: 'observer' }))).toEqual(['R21']);
  });

  it('never breaks, whatever is typed', () => {
    const piece = fc.constantFrom('R21', 'R99', 'K 1', '2', '7', '0', '>', 'clear', 'ack', 'new', 'go', 'p1', '@', '#', '0412', ' ', 'x');
    const line = fc.oneof(fc.string(), fc.array(piece).map((pieces) => pieces.join(' ')));
    fc.assert(
      fc.property(line, fc.constantFrom(...ROLES), (text, role) => {
        const plan = parse(text, { role });
        if (role === 'observer') expect(['nothing', 'problem', 'find']).toContain(plan.kind);
      }),
    );
  });
});

it('loads the page anew by a word, and says when that brings a newer version', () => {
  expect(parse('reload')).toEqual({ kind: 'reload', words: 'Load this page anew' });
  expect(parse(' Reload ', { newer: true })).toEqual({ kind: 'reload', words: 'Load the newer version' });
});
