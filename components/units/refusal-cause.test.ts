import { describe, expect, it } from 'vitest';
import { anIncident } from '@/components/incidents/testing';
import { RequestError } from '@/lib/queries/http';
import { causeOf, isPast } from './refusal-cause';
import { aUnit } from './testing';

const refusal = (current: unknown) => new RequestError(422, 'not_allowed_now', 'No.', [], null, current);

describe('what an act on a unit was refused for (A12)', () => {
  it('is the unit or the incident that the server held', () => {
    const unit = aUnit('L11', { version: 3 });
    expect(causeOf(refusal(unit))).toEqual({ id: unit.id, version: 3 });
    expect(causeOf(refusal(anIncident('i1', { version: 7 })))).toEqual({ id: 'i1', version: 7 });
    for (const nothing of [refusal(undefined), refusal({ id: 'i1' }), new Error('No.')]) expect(causeOf(nothing)).toBeNull();
  });

  it('is past when that has changed since, not while this screen still learns what the server held', () => {
    const cause = { id: 'i1', version: 7 };
    expect(isPast(cause, [{ id: 'i1', version: 6 }, { id: 'other', version: 9 }])).toBe(false);
    expect(isPast(cause, [{ id: 'i1', version: 7 }])).toBe(false);
    expect(isPast(cause, [{ id: 'i1', version: 8 }])).toBe(true);
    expect(isPast(null, [{ id: 'i1', version: 8 }])).toBe(false);
  });
});
