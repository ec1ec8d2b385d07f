import { expect, it } from 'vitest';
import { ownValue } from './own-value';

it('knows only what was put into the record', () => {
  const record: Record<string, number> = { a: 1 };
  expect(['a', 'b', 'constructor', 'toString', '__proto__'].map((key) => ownValue(record, key))).toEqual([1, undefined, undefined, undefined, undefined]);
});
