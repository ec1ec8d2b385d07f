import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path';

const ORIGIN = 'https://watchroom.example';

describe('where to go after signing in', () => {
  it.each([
    ['/broadcasts?flash=1#x', '/broadcasts?flash=1#x'],
    ['/', '/'],
    [undefined, '/'],
    [null, '/'],
    [['/a', '/b'], '/'],
    ['', '/'],
    ['https://elsewhere.example/', '/'],
    [`${ORIGIN}/incidents?view=all`, '/incidents?view=all'],
    [`${ORIGIN}.elsewhere.example/`, '/'],
    [`${ORIGIN}@elsewhere.example/`, '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['/.//elsewhere.example', '/elsewhere.example'],
    ['/..//elsewhere.example', '/elsewhere.example'],
    ['/a/..//elsewhere.example', '/elsewhere.example'],
    ['/%2e//elsewhere.example', '/elsewhere.example'],
    ['/.\\\\elsewhere.example', '/elsewhere.example'],
    ['javascript:alert(1)', '/'],
    ['/%ff', '/%ff'],
    ['/sign-in?callbackUrl=/sign-in', '/'],
    ['/.//sign-in', '/'],
  ])('for %j is %s', (wanted, path) => {
    expect(safePath(wanted, ORIGIN)).toBe(path);
  });

  it('never leaves the site, whatever was asked for', () => {
    const piece = fc.constantFrom('/', '//', '\\', '.', '..', '%2e', '%2f', '@', ':', '?', '#', '\t', '\n', '\0', ' ', 'elsewhere.example', ORIGIN, 'https:', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = safePath(pieces.join(''), ORIGIN);
        expect(path.startsWith('/')).toBe(true);
        expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        expect(safePath(path, ORIGIN)).toBe(path);
      }),
      { numRuns: 5_000 },
    );
  });
});
