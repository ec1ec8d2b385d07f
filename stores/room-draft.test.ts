import { beforeEach, describe, expect, it } from 'vitest';
import { draftKey, EMPTY_ROOM_DRAFT, loadRoomDraft, saveRoomDraft, type DraftPlaces, type DraftStorage, type RoomDraft } from './room-draft';

const KEY = draftKey('user-1', 'incident-1');
const draft = (text: string, patch: Partial<RoomDraft> = {}): RoomDraft => ({ ...EMPTY_ROOM_DRAFT, text, ...patch });

function storage(): DraftStorage {
  const map = new Map<string, string>();
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key) };
}

describe('drafts of rooms', () => {
  let browser: DraftStorage;
  let left: DraftPlaces;
  let right: DraftPlaces;
  beforeEach(() => {
    browser = storage();
    left = { tab: storage(), browser };
    right = { tab: storage(), browser };
  });

  it('survive a reload with kind, speaker and what they are about', () => {
    const written = draft('Smoke is black', { kind: 'correction', speaker: 'unit:A1', aboutId: 'entry-1' });
    saveRoomDraft(left, KEY, written);
    expect(loadRoomDraft(left, KEY)).toEqual(written);
  });

  it('outlive the tab', () => {
    saveRoomDraft(left, KEY, draft('half a sentence'));
    expect(loadRoomDraft({ tab: storage(), browser }, KEY).text).toBe('half a sentence');
  });

  it('belong to one user and one room', () => {
    saveRoomDraft(left, KEY, draft('mine'));
    expect(loadRoomDraft(left, draftKey('user-2', 'incident-1'))).toEqual(EMPTY_ROOM_DRAFT);
    expect(loadRoomDraft(left, draftKey('user-1', 'incident-2'))).toEqual(EMPTY_ROOM_DRAFT);
  });

  it('of two tabs do not take each other away', () => {
    saveRoomDraft(left, KEY, draft('left'));
    saveRoomDraft(right, KEY, draft('right'));
    expect(loadRoomDraft(left, KEY).text).toBe('left');
    saveRoomDraft(left, KEY, draft(''));
    expect(loadRoomDraft(right, KEY).text).toBe('right');
    expect(loadRoomDraft({ tab: storage(), browser }, KEY).text).toBe('right');
  });

  it('are gone once sent', () => {
    saveRoomDraft(left, KEY, draft('sent'));
    saveRoomDraft(left, KEY, draft(''));
    expect(loadRoomDraft({ tab: storage(), browser }, KEY)).toEqual(EMPTY_ROOM_DRAFT);
  });

  it('are no reason to fail where nothing can be kept', () => {
    const full: DraftStorage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    expect(() => saveRoomDraft({ tab: full, browser: null }, KEY, draft('text'))).not.toThrow();
    expect(loadRoomDraft({ tab: full, browser: null }, KEY)).toEqual(EMPTY_ROOM_DRAFT);
  });

  it('that an older page left are ignored', () => {
    browser.setItem(KEY, '{"text":1}');
    expect(loadRoomDraft(left, KEY)).toEqual(EMPTY_ROOM_DRAFT);
  });
});
