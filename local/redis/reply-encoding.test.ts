import { expect, test } from 'vitest';
import { encodeOutcome, encodeOutcomes } from './reply-encoding';

test('plain replies are JSON as they are', () => {
  expect(encodeOutcome({ result: ['a"', 1, null, ['ä']] }, false)).toBe('{"result":["a\\"",1,null,["ä"]]}');
});

test('base64 reaches every depth and spares numbers, null and errors', () => {
  expect(JSON.parse(encodeOutcome({ result: ['a', 1, null, ['ä', []]] }, true))).toEqual({ result: ['YQ==', 1, null, ['w6Q=', []]] });
  expect(encodeOutcome({ error: 'ERR "x"' }, true)).toBe('{"error":"ERR \\"x\\""}');
});

test('OK stays OK only as a whole reply', () => {
  expect(encodeOutcomes([{ result: 'OK' }, { result: ['OK'] }], true)).toBe('[{"result":"OK"},{"result":["T0s="]}]');
});
