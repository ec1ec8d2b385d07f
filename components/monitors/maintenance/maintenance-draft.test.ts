import { describe, expect, it } from 'vitest';
import { freshMaintenance, localMinute, readyMaintenanceSchema, type MaintenanceDraft } from './maintenance-draft';

const now = new Date(2026, 10, 21, 23, 30, 42).getTime();
const iso = (...at: [number, number, number, number, number]) => new Date(...at).toISOString();

function problems(draft: MaintenanceDraft): Record<string, string> {
  return Object.fromEntries((readyMaintenanceSchema.safeParse(draft).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

describe('planning maintenance', () => {
  it('proposes the hour that begins now, in the reader’s own time', () => {
    expect(freshMaintenance(now)).toMatchObject({ startsAt: '2026-11-21T23:30', endsAt: '2026-11-22T00:30', scope: 'all' });
    expect(localMinute(now)).toBe('2026-11-21T23:30');
  });

  it('sends instants, and no services for all of them', () => {
    const draft = { ...freshMaintenance(now), title: ' New disks ', monitorIds: ['m-1'] };
    const sent = { title: 'New disks', startsAt: iso(2026, 10, 21, 23, 30), endsAt: iso(2026, 10, 22, 0, 30) };
    expect(readyMaintenanceSchema.parse(draft)).toEqual({ ...sent, monitorIds: [] });
    expect(readyMaintenanceSchema.parse({ ...draft, scope: 'some' })).toEqual({ ...sent, monitorIds: ['m-1'] });
  });

  it('says what is missing beside its field, and never takes none for all', () => {
    const draft = { ...freshMaintenance(now), title: 'Disks' };
    expect(problems({ ...draft, scope: 'some' })).toEqual({ monitorIds: 'Choose at least one service.' });
    expect(problems({ ...draft, startsAt: '' })).toMatchObject({ startsAt: 'Choose a date and a time.' });
    expect(problems({ ...draft, endsAt: draft.startsAt })).toEqual({ endsAt: 'The end must come after the beginning.' });
    expect(problems({ ...draft, title: ' ' })).toHaveProperty('title');
  });
});
