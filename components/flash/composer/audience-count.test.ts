import { describe, expect, it } from 'vitest';
import type { RecipientCounts } from '@/lib/protocol/flash';
import { reachOf } from './audience-count';

const counts: RecipientCounts = { byRole: { observer: 1, dispatcher: 6, supervisor: 0, admin: 1 }, ownRole: 'supervisor' };

describe('how many people a message reaches', () => {
  it('adds up the roles', () => {
    expect(reachOf(['dispatcher', 'observer', 'supervisor'], counts)).toBe(7);
  });

  it('counts a role once and nobody for none', () => {
    expect(reachOf(['admin', 'admin'], counts)).toBe(1);
    expect(reachOf([], counts)).toBe(0);
  });
});
