import { describe, expect, it } from 'vitest';
import type { RecipientCounts } from '@/lib/protocol/flash';
import { reachOf } from './audience-count';

const byRole = { observer: 1, dispatcher: 6, supervisor: 0, admin: 1 };
const counts: RecipientCounts = { byRole, online: { observer: 0, dispatcher: 4, supervisor: 0, admin: 1 }, ownRole: 'supervisor' };

describe('how many people a message reaches', () => {
  it('adds up the roles', () => {
    expect(reachOf(['dispatcher', 'observer', 'supervisor'], counts)).toEqual({ people: 7, online: 4 });
  });

  it('counts a role once and nobody for none', () => {
    expect(reachOf(['admin', 'admin'], counts)).toEqual({ people: 1, online: 1 });
    expect(reachOf([], counts)).toEqual({ people: 0, online: 0 });
  });

  it('does not say how many are there while that is not known', () => {
    expect(reachOf(['admin'], { ...counts, online: null })).toEqual({ people: 1, online: null });
  });
});
