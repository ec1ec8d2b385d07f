import { beforeEach, describe, expect, it } from 'vitest';
import { clearSessionCards, readSessionCards, saveSessionCards, type CardStorage, type SessionCards } from './session-cache';
import { aCard, aResult, aStale, COMPUTED_AT } from './testing';

function memoryStorage(): CardStorage {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text), removeItem: (key) => void kept.delete(key) };
}

const CARDS: SessionCards = {
  version: 1,
  userId: 'user-1',
  savedAt: COMPUTED_AT,
  clockOffsetMs: -240,
  instanceId: 'server-1',
  cards: [aCard('one', { result: aResult(1), stale: aStale(2) }), aCard('two')],
};

describe('cards kept for a reload', () => {
  let storage: CardStorage;
  beforeEach(() => {
    storage = memoryStorage();
    saveSessionCards(CARDS, storage);
  });

  it('come back as they were', () => {
    expect(readSessionCards('user-1', storage)).toEqual(CARDS);
  });

  it('come back to a page that does not know who is there', () => {
    expect(readSessionCards(null, storage)).toEqual(CARDS);
  });

  it('are nothing for somebody else', () => {
    expect(readSessionCards('user-2', storage)).toBeNull();
  });

  it('are gone when nobody is signed in any more', () => {
    clearSessionCards(storage);
    expect(readSessionCards(null, storage)).toBeNull();
  });

  it.each(['no json', '{"version":2}', JSON.stringify({ ...CARDS, cards: [{}] })])('are ignored when they cannot be read: %s', (text) => {
    storage.setItem('watchroom.cards', text);
    expect(readSessionCards(null, storage)).toBeNull();
  });

  it('are done without where the storage is full, forbidden or not there', () => {
    const full: CardStorage = {
      getItem: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    expect(() => saveSessionCards(CARDS, full)).not.toThrow();
    expect(readSessionCards(null, full)).toBeNull();
    expect(() => saveSessionCards(CARDS, null)).not.toThrow();
    expect(readSessionCards(null, null)).toBeNull();
  });
});
