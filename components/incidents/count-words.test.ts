import { expect, test } from 'vitest';
import { shareWords } from './count-words';

test('a list that is cut says how many there are', () => {
  expect(shareWords(50, 2_046)).toBe('50 of 2,046');
  expect(shareWords(12, 12)).toBe('12');
  expect(shareWords(50, 10_001)).toBe('50 of more than 10,000');
});
