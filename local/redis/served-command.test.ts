import { describe, expect, test } from 'vitest';
import { COMMAND_ARITY, WITHHELD } from './command-table';
import { admit } from './served-command';

describe('admitting commands', () => {
  test('a name is served in any case', () => {
    expect(admit(['gEt', 'a'])).toEqual({ name: 'get', args: ['a'] });
  });

  test('no command is both served and withheld', () => {
    expect(Object.keys(COMMAND_ARITY).filter((name) => WITHHELD.has(name))).toEqual([]);
  });

  test('the arguments shown for an unknown command are cut and kept on one line', () => {
    expect(() => admit(['a\nb', 'x'.repeat(200), 'y'])).toThrow(`ERR unknown command 'a b', with args beginning with: '${'x'.repeat(128)}' `);
  });

  test('more arguments than a call can carry are refused', () => {
    expect(() => admit(['DEL', ...Array<string>(60_000).fill('a')])).toThrow('ERR too many arguments');
  });

  test('no words at all are refused', () => {
    expect(() => admit([])).toThrow('ERR empty command');
  });
});
