import { describe, expect, it } from 'vitest';
import { chordOf, createKeyMatcher, SEQUENCE_MS, type KeyBinding } from './key-matcher';

const binding = (keys: string): KeyBinding => ({ keys, label: keys, run: () => {} });
const bindings = ['a', 'g o', 'g b', 'b'].map(binding);

/** Presses keys 100 ms apart and gives what each did. */
function press(...keys: string[]): (string | undefined)[] {
  const match = createKeyMatcher();
  return keys.map((key, index) => match(key, index * 100, bindings)?.keys);
}

describe('the key matcher', () => {
  it('answers a single key at once', () => {
    expect(press('a')).toEqual(['a']);
  });

  it('answers a pair on its second key', () => {
    expect(press('g', 'b')).toEqual([undefined, 'g b']);
  });

  it('forgets the first key when another one follows', () => {
    expect(press('g', 'x', 'b')).toEqual([undefined, undefined, 'b']);
  });

  it('takes the second key for itself when the pair is none', () => {
    expect(press('g', 'a')).toEqual([undefined, 'a']);
  });

  it('forgets the first key after a while', () => {
    const match = createKeyMatcher();
    match('g', 0, bindings);
    expect(match('o', SEQUENCE_MS + 1, bindings)).toBeNull();
  });

  it('does nothing for keys nobody asked for', () => {
    expect(press('z', 'Enter')).toEqual([undefined, undefined]);
  });
});

describe('chordOf', () => {
  const key = { key: 'a', code: 'KeyA', altKey: true, ctrlKey: false, metaKey: false };

  it('names a letter pressed with Alt, also where Alt makes another character of it', () => {
    expect(chordOf(key)).toBe('Alt a');
    expect(chordOf({ ...key, key: 'å' })).toBe('Alt a');
    expect(chordOf({ ...key, key: 'q', code: 'KeyA' })).toBe('Alt q');
  });

  it('leaves AltGr, Ctrl and other keys alone', () => {
    expect(chordOf({ ...key, ctrlKey: true })).toBeNull();
    expect(chordOf({ ...key, altKey: false })).toBeNull();
    expect(chordOf({ ...key, key: 'Alt', code: 'AltLeft' })).toBeNull();
    expect(chordOf({ ...key, key: '1', code: 'Digit1' })).toBeNull();
  });
});
