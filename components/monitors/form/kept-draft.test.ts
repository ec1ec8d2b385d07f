import { describe, expect, it } from 'vitest';
import { aMonitor } from '../testing';
import { draftOf, EMPTY_DRAFT } from './draft';
import { keepDraft, loadDraft, type DraftStorage } from './kept-draft';

const NEW = { version: 0, draft: EMPTY_DRAFT };

function storage(): DraftStorage & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return { map, getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key) };
}

describe('a draft that is kept', () => {
  it('comes back for the same person and monitor only, and goes when it is done', () => {
    const tab = storage();
    const kept = { seen: { version: 3, draft: draftOf(aMonitor()) }, draft: { ...draftOf(aMonitor()), name: 'Half writ' } };
    keepDraft(tab, 'anna', 'm-1', kept);
    expect(loadDraft(tab, 'anna', 'm-1')).toEqual(kept);
    expect(loadDraft(tab, 'anna', null)).toBeNull();
    expect(loadDraft(tab, 'bo', 'm-1')).toBeNull();
    keepDraft(tab, 'anna', 'm-1', null);
    expect(loadDraft(tab, 'anna', 'm-1')).toBeNull();
  });

  it('never holds a connection string', () => {
    const tab = storage();
    keepDraft(tab, 'anna', null, { seen: NEW, draft: { ...EMPTY_DRAFT, kind: 'redis', secret: 'redis://:word@cache' } });
    expect([...tab.map.values()].join()).not.toContain('word@');
    expect(loadDraft(tab, 'anna', null)?.draft).toEqual({ ...EMPTY_DRAFT, kind: 'redis' });
  });

  it('is none where a browser keeps nothing, or something else', () => {
    const tab = storage();
    tab.setItem('watchroom.draft.monitor.anna.new', '{"draft":{"kind":"gopher"}}');
    expect(loadDraft(tab, 'anna', null)).toBeNull();
    const shut = () => {
      throw new DOMException('shut', 'SecurityError');
    };
    const closed: DraftStorage = { getItem: shut, setItem: shut, removeItem: shut };
    keepDraft(closed, 'anna', null, { seen: NEW, draft: EMPTY_DRAFT });
    expect(loadDraft(closed, 'anna', null)).toBeNull();
  });
});
