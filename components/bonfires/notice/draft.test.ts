import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, fieldOf, hasContent, noticeSchema, timesOf, type Draft } from './draft';

const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const draft: Draft = {
  name: ' Ola Nordmann ',
  phone: '912 34 567',
  address: 'Strandveien 1',
  municipality: 'Asker',
  startsAt: `${day} 18:00`,
  endsAt: '21:00',
  material: 'Branches',
  extent: '2 m',
  extinguishing: 'Hose',
  responsible: 'Ola',
  landownerConsent: true,
};
const rules = { now: () => Date.now(), startsNow: false };
const problems = (patch: Partial<Draft>, startsNow = false) =>
  noticeSchema({ ...rules, startsNow }).safeParse({ ...draft, ...patch }).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe('a draft', () => {
  it('becomes a notice with its end after its start', () => {
    const ready = noticeSchema(rules).parse(draft);
    expect(ready).toMatchObject({ name: 'Ola Nordmann', place: { address: 'Strandveien 1' }, landownerConsent: true });
    expect(Date.parse(ready.endsAt) - Date.parse(ready.startsAt)).toBe(3 * 3_600_000);
  });

  it('tells problems at its own fields', () => {
    expect(problems({ address: '' })).toEqual([['address', 'Write something here.']]);
    expect(problems({ endsAt: 'late' })).toEqual([['endsAt', 'Write it as 18:30 or 2026-11-20 18:30.']]);
    expect(problems({ phone: '<script>' })[0]?.[0]).toBe('phone');
  });

  it('starts now without a start only where the form says so', () => {
    expect(problems({ startsAt: '' })[0]?.[0]).toBe('startsAt');
    const now = Date.parse('2026-11-20T12:00:00Z');
    expect(timesOf({ startsAt: '', endsAt: '14:00' }, { now: () => now, startsNow: true })).toEqual({ start: now, end: now + 3_600_000 });
  });

  it('knows whether there is work in it', () => {
    expect([hasContent(EMPTY_DRAFT), hasContent({ ...EMPTY_DRAFT, extent: 'x' })]).toEqual([false, true]);
  });
});

it('finds the field of a refusal', () => {
  expect(['place.address', 'phone', 'clientMsgId', ''].map(fieldOf)).toEqual(['address', 'phone', null, null]);
});
