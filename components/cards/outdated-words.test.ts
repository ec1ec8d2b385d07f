import { describe, expect, it } from 'vitest';
import { outdatedWords } from './outdated-words';
import { aCard, aResult, aStale, COMPUTED_AT } from './testing';

const INFO = { ttlMs: 300_000 };
const at = (seconds: number) => Date.parse(COMPUTED_AT) + seconds * 1_000;
const live = (seconds: number) => ({ now: at(seconds), connection: null });

describe('a card says why it is outdated', () => {
  const fresh = aCard('one', { result: aResult(1) }).state;
  const marked = aCard('one', { result: aResult(1), stale: aStale(2) }).state;

  it('not while nothing changed and it has not run out', () => {
    expect(outdatedWords(fresh, INFO, live(299))).toBeNull();
  });

  it('when it has run out', () => {
    expect(outdatedWords(fresh, INFO, live(300))).toBe('older than 5 min');
  });

  it('when what it stands on changed, with the time since', () => {
    expect(outdatedWords(marked, INFO, live(24))).toBe('incident 2026-0412 changed 12 s ago');
  });

  it('while no news can come', () => {
    expect(outdatedWords(fresh, INFO, { now: at(400), connection: 'no connection for 40 s' })).toBe('no connection for 40 s');
  });

  it('by the mark rather than by the connection, which only makes it likely', () => {
    expect(outdatedWords(marked, INFO, { now: at(24), connection: 'no connection for 40 s' })).toBe('incident 2026-0412 changed 12 s ago');
  });

  it('by the mark alone before the page is alive', () => {
    expect(outdatedWords(marked, INFO, { now: null, connection: null })).toBe('incident 2026-0412 changed');
    expect(outdatedWords(fresh, INFO, { now: null, connection: null })).toBeNull();
  });

  it('but not without a result: there is nothing to doubt', () => {
    expect(outdatedWords(aCard('one', { stale: aStale(2) }).state, INFO, { now: at(24), connection: 'no connection for 40 s' })).toBeNull();
  });
});
