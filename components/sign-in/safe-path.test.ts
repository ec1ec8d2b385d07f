import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

describe('where to go after signing in', () => {
  it.each([
    ['/broadcasts?flash=1#x', '/broadcasts?flash=1#x'],
    ['/', '/'],
    [undefined, '/'],
    [null, '/'],
    ['', '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?callbackUrl=/sign-in', '/'],
  ])('for %j is %s', (wanted, path) => {
    expect(safePath(wanted)).toBe(path);
  });
});
