import { expect, it } from 'vitest';
import { pendingWords } from './pending-words';

it('looks that speak for another state are counted in words', () => {
  expect(pendingWords({ outcome: 'fail', count: 1, needed: 3 })).toBe('1 of 3 fails');
  expect(pendingWords({ outcome: 'ok', count: 1, needed: 2 })).toBe('1 of 2 ok');
  expect(pendingWords({ outcome: 'warn', count: 2, needed: 3 })).toBe('2 of 3 warnings');
});
