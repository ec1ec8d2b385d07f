import { describe, expect, it } from 'vitest';
import {
  BONFIRE_ACTIONS,
  BONFIRE_STATUSES,
  BONFIRE_TRANSITIONS,
  bonfireActionsFrom,
  bonfirePlace,
  bonfireReference,
  createBonfireSchema,
  touchesBanPeriod,
  transitionBonfireSchema,
} from './bonfire';

const HOUR = 3_600_000;

describe('the ban period, 15 April to 15 September by the date in Norway', () => {
  it.each([
    ['the evening before it begins', '2026-04-14T18:00:00Z', '2026-04-14T21:59:00Z', false],
    ['past midnight into its first day, which is still the 14th in UTC', '2026-04-14T18:00:00Z', '2026-04-14T22:01:00Z', true],
    ['its first day', '2026-04-15T10:00:00Z', '2026-04-15T12:00:00Z', true],
    ['its last minutes', '2026-09-15T21:30:00Z', '2026-09-15T21:59:00Z', true],
    ['begun on its last evening, over midnight', '2026-09-15T21:59:00Z', '2026-09-16T01:00:00Z', true],
    ['the first minutes after it, which are still the 15th in UTC', '2026-09-15T22:00:00Z', '2026-09-15T23:30:00Z', false],
    ['midsummer', '2026-06-23T18:00:00Z', '2026-06-23T22:00:00Z', true],
    ['New Year', '2026-12-31T20:00:00Z', '2027-01-01T02:00:00Z', false],
    ['a whole winter', '2026-09-16T10:00:00Z', '2027-04-14T10:00:00Z', false],
    ['a whole year', '2026-01-01T10:00:00Z', '2026-12-31T10:00:00Z', true],
    ['from autumn until the next spring', '2026-10-01T10:00:00Z', '2027-04-15T10:00:00Z', true],
    ['two years that begin and end in winter', '2026-11-01T10:00:00Z', '2028-02-01T10:00:00Z', true],
  ])('%s', (_, startsAt, endsAt, banned) => {
    expect(touchesBanPeriod(startsAt, endsAt)).toBe(banned);
  });
});

describe('what people can do to a notice', () => {
  it('is what the table says, without what only the clock does', () => {
    for (const status of BONFIRE_STATUSES) {
      const expected = BONFIRE_ACTIONS.filter((action) => action !== 'mark_overdue' && BONFIRE_TRANSITIONS[action].from.some((from) => from === status));
      expect(bonfireActionsFrom(status)).toEqual(expected);
    }
  });

  it('is nothing once it is over', () => {
    expect((['closed', 'cancelled', 'rejected', 'escalated'] as const).flatMap(bonfireActionsFrom)).toEqual([]);
  });

  it('asks for a reason where the table does', () => {
    expect(transitionBonfireSchema.safeParse({ action: 'reject', version: 1, reason: '  ' }).success).toBe(false);
    expect(transitionBonfireSchema.safeParse({ action: 'reject', version: 1, reason: 'Storm' }).success).toBe(true);
    expect(transitionBonfireSchema.safeParse({ action: 'activate', version: 1 }).success).toBe(true);
  });
});

describe('a notice as it is sent', () => {
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const notice = {
    name: 'Ola Nordmann',
    phone: '+47 912 34 567',
    place: { address: 'Strandveien 1' },
    municipality: 'Asker',
    startsAt: at(1),
    endsAt: at(4),
    material: 'Branches',
    extent: '2 m wide',
    extinguishing: 'Hose',
    responsible: 'Ola Nordmann',
    landownerConsent: true,
  };
  const problems = (patch: object) => createBonfireSchema.safeParse({ ...notice, ...patch }).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('fits as it is', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ phone: 'call me' }, 'phone'],
    [{ phone: '12; rm' }, 'phone'],
    [{ name: ' ' }, 'name'],
    [{ place: { address: '' } }, 'place.address'],
    [{ endsAt: at(0.5) }, 'endsAt'],
    [{ endsAt: at(1 + 7 * 24 + 1) }, 'endsAt'],
    [{ startsAt: at(-3), endsAt: at(-1) }, 'endsAt'],
    [{ landownerConsent: 'yes' }, 'landownerConsent'],
  ])('%j is refused at its field', (patch, path) => {
    expect(problems(patch)).toContain(path);
  });
});

it('has a short name for the telephone', () => {
  expect(bonfireReference('3f2a91bc-0000-4000-8000-000000000000')).toBe('3F2A-91BC');
});

describe('where a bonfire burns', () => {
  it.each([
    ['Fjellvegen 12', 'Hamar', 'Fjellvegen 12, Hamar'],
    ['Fjellvegen 12, Hamar', 'Hamar', 'Fjellvegen 12, Hamar'],
    ['Fjellvegen 12, 2315 hamar', 'Hamar', 'Fjellvegen 12, 2315 hamar'],
    ['Hamar', 'Hamar', 'Hamar, Hamar'],
    ['Hamarvegen 3, Løten', 'Hamar', 'Hamarvegen 3, Løten, Hamar'],
  ])('%s in %s is said with its municipality once', (address, municipality, words) => {
    expect(bonfirePlace({ place: { address }, municipality })).toBe(words);
  });
});
