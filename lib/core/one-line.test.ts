import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from './one-line';

describe('text from outside in a log (S2)', () => {
  it('is one bounded line without control characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.integer({ min: 1, max: 400 }), (text, most) => {
        const line = oneLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('cannot begin a line of its own, colour a terminal or turn the writing around', () => {
    expect(oneLine('a\r\n[SSE] forged\u001b[31m red \u202etxt.exe\u0000\u2028end')).toBe('a [SSE] forged [31m red  txt.exe end');
  });

  it('leaves ordinary text alone', () => {
    expect(oneLine('Ærlig talt, “ja” – 火事')).toBe('Ærlig talt, “ja” – 火事');
  });
});
