import { describe, expect, it } from 'vitest';
import { aMonitor } from '../testing';
import { changesBetween, rebase } from './changes';
import { draftOf } from './draft';

const before = draftOf(aMonitor());
const after = draftOf(aMonitor({ name: 'Public website', warnLatencyMs: null, isPublic: false }));

describe('two people at one monitor', () => {
  it('says what the other one changed, in words', () => {
    expect(changesBetween(before, after)).toEqual([
      { field: 'name', label: 'Name', before: 'Website', after: 'Public website' },
      { field: 'slow', label: 'Slow above, ms', before: '800', after: 'none' },
      { field: 'isPublic', label: 'Public', before: 'yes', after: 'no' },
    ]);
  });

  it('keeps what was typed and lets the rest follow', () => {
    const mine = { ...before, name: 'My website', interval: '60' };
    expect(rebase(mine, before, after)).toEqual({ ...after, name: 'My website', interval: '60' });
    expect(rebase(before, before, after)).toEqual(after);
  });
});
