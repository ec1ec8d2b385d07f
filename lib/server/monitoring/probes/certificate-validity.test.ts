import { expect, test } from 'vitest';
import { judgeValidity } from './certificate-validity';

const DAY = 86_400_000;
const END = Date.UTC(2027, 0, 31);

test.each([
  [END - 400 * DAY, 'ok', null],
  [END - 14 * DAY, 'ok', null],
  [END - 14 * DAY + 1, 'warn', 'The certificate ends in 13 days.'],
  [END - 2 * DAY, 'warn', 'The certificate ends in 2 days.'],
  [END - 2 * DAY + 1, 'warn', 'The certificate ends in 1 day.'],
  [END - DAY + 1, 'warn', 'The certificate ends in less than a day.'],
  [END, 'warn', 'The certificate ends in less than a day.'],
  [END + 1, 'fail', 'The certificate has expired.'],
])('at %i a certificate with two weeks of warning is %s', (now, outcome, message) => {
  expect(judgeValidity(END, now, 14, 5)).toEqual({ outcome, latencyMs: 5, message });
});

test('an end that cannot be read is a failure', () => {
  expect(judgeValidity(Number.NaN, END, 14, 5)).toEqual({ outcome: 'fail', latencyMs: 5, message: 'The certificate does not say when it ends.' });
});
