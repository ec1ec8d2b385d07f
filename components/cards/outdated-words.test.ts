import { describe, expect, it } from 'vitest';
import { ageWords, outdatedWords, standingOf } from './outdated-words';
import { aCard, aResult, aStale, COMPUTED_AT } from './testing';

const INFO = { ttlMs: 300_000, keptMs: null };
const KEPT = { ttlMs: 300_000, keptMs: 10_000 };
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

describe('how far a card may be believed', () => {
  const fresh = aCard('one', { result: aResult(1) }).state;
  const marked = aCard('one', { result: aResult(1), stale: aStale(2) }).state;

  it('is contradicted by what happened after it was computed, whatever else is known', () => {
    expect(standingOf(marked, INFO, live(24))).toBe('contradicted');
    expect(standingOf(marked, KEPT, { now: null, connection: null })).toBe('contradicted');
    expect(standingOf(marked, INFO, { now: at(400), connection: 'no connection for 40 s' })).toBe('contradicted');
  });

  it('is only aged when it has run out or no news can come', () => {
    expect(standingOf(fresh, INFO, live(299))).toBe('current');
    expect(standingOf(fresh, INFO, live(300))).toBe('aged');
    expect(standingOf(fresh, INFO, { now: at(24), connection: 'no connection for 40 s' })).toBe('aged');
    expect(standingOf(aCard('one', { stale: aStale(2) }).state, INFO, live(24))).toBe('current');
  });

  it('is not aged at once where the server computes it anew by itself: it comes within a minute', () => {
    expect(standingOf(fresh, KEPT, live(359))).toBe('current');
    expect(standingOf(fresh, KEPT, live(360))).toBe('aged');
    expect(outdatedWords(fresh, KEPT, live(359))).toBeNull();
    expect(outdatedWords(fresh, KEPT, live(360))).toBe('older than 5 min');
  });

  it('goes with its age', () => {
    expect(ageWords(marked, at(33 * 60))).toBe('33 min 0 s old');
    expect(ageWords(marked, null)).toBeNull();
  });
});
