import { describe, expect, it } from 'vitest';
import { readJsonValue, writeJsonValue } from './json-value';

describe('the value that a JSON answer must have', () => {
  it.each([
    ['credentials', 'credentials'],
    ['42', 42],
    ['-1.5e3', -1500],
    ['true', true],
    ['null', null],
    ['"42"', '42'],
    ['"a \\"b\\""', 'a "b"'],
    ['007', '007'],
    ['"', '"'],
  ])('%s is read as %j', (text, value) => {
    expect(readJsonValue(text)).toBe(value);
  });

  it.each(['plain', '42', 'true', 'null', '"quoted"', '', ' ', '007', 42, -0.25, 1e21, true, false, null])('%j comes back from what is written of it', (value) => {
    expect(readJsonValue(writeJsonValue(value))).toBe(value);
  });
});
