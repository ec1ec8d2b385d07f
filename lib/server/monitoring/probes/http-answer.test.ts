import { expect, test } from 'vitest';
import { statusProblem, textProblem, wantsText } from './http-answer';
import { valueAt } from './json-pointer';
import { configOf } from './testing/configs';

const http = (rest: Record<string, unknown> = {}) => configOf('http', { url: 'http://plant.example/', ...rest });

test.each([
  [199, 'The answer was 199, not 200 to 399.'],
  [200, null],
  [399, null],
  [400, 'The answer was 400, not 200 to 399.'],
])('status %i with the range as it comes', (status, problem) => {
  expect(statusProblem(status, http())).toBe(problem);
});

test('a range of one status is told as one', () => {
  expect(statusProblem(200, http({ statusFrom: 401, statusTo: 401 }))).toBe('The answer was 200, not 401.');
});

test('the text matters only to those who look for something in it', () => {
  expect(wantsText(http())).toBe(false);
  expect(wantsText(http({ keyword: 'ok' }))).toBe(true);
  expect(wantsText(http({ json: { pointer: '/a', equals: 1 } }))).toBe(true);
});

test('a keyword must be there, or must not', () => {
  expect(textProblem('all ok', http({ keyword: 'ok' }))).toBeNull();
  expect(textProblem('all bad', http({ keyword: 'ok' }))).toEqual({ message: 'The answer does not contain "ok".', reading: null });
  expect(textProblem('all ok', http({ keyword: 'error', keywordAbsent: true }))).toBeNull();
  expect(textProblem('an error', http({ keyword: 'error', keywordAbsent: true }))).toEqual({ message: 'The answer contains "error".', reading: null });
});

test.each([
  ['{"status":"up"}', '/status', 'up', null],
  ['{"status":"down"}', '/status', 'up', { message: 'At /status is another value than "up".', reading: '"down"' }],
  ['{"n":"1"}', '/n', 1, { message: 'At /n is another value than 1.', reading: '"1"' }],
  ['{"n":null}', '/n', null, null],
  ['{}', '/n', null, { message: 'The answer has nothing at /n.', reading: null }],
  ['{"n":[]}', '/n', 1, { message: 'At /n is another value than 1.', reading: 'a list' }],
  ['{"n":{}}', '/n', 1, { message: 'At /n is another value than 1.', reading: 'an object' }],
  ['true', '', true, null],
  ['false', '', true, { message: 'At the top is another value than true.', reading: 'false' }],
  ['<html>', '/n', 1, { message: 'The answer is no JSON.', reading: null }],
])('%s at %s must be %s', (text, pointer, equals, problem) => {
  expect(textProblem(text, http({ json: { pointer, equals } }))).toEqual(problem);
});

test('a long value is cut', () => {
  expect(textProblem(JSON.stringify({ a: 'x'.repeat(500) }), http({ json: { pointer: '/a', equals: 1 } }))?.reading?.length).toBeLessThan(100);
});

// The examples of RFC 6901 section 5.
const DOCUMENT = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'g|h': 4, 'i\\j': 5, 'k"l': 6, ' ': 7, 'm~n': 8, '~1': 9 };
test.each([
  ['', DOCUMENT], ['/foo', ['bar', 'baz']], ['/foo/0', 'bar'], ['/', 0], ['/a~1b', 1], ['/c%d', 2], ['/e^f', 3], ['/g|h', 4], ['/i\\j', 5], ['/k"l', 6], ['/ ', 7], ['/m~0n', 8], ['/~01', 9],
])('the pointer "%s" finds its value', (pointer, value) => {
  expect(valueAt(DOCUMENT, pointer)).toEqual({ value });
});

test.each(['/none', '/foo/2', '/foo/-', '/foo/00', '/foo/length', '/foo/0/0', '/toString', '/__proto__', '//a'])('the pointer "%s" finds nothing', (pointer) => {
  expect(valueAt(DOCUMENT, pointer)).toBeNull();
});
