import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { confirmDraft, openDraft, useLineDraft, writeDraft } from './line-draft';

const kept = new Map<string, string>();

/** A page that was just loaded: nothing in memory, storage as it was left. */
function reload(): void {
  useLineDraft.setState({ text: '', clientMsgId: '' });
  openDraft('user-1');
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  reload();
});

afterEach(() => vi.unstubAllGlobals());

test('a draft and its id survive a reload', () => {
  writeDraft('user-1', 'p1 fire Smoke');
  const before = useLineDraft.getState();
  reload();
  expect(useLineDraft.getState()).toEqual(before);
});

test('the id stays while the text changes, and is a new one after the answer', () => {
  writeDraft('user-1', 'Smoke');
  const { clientMsgId } = useLineDraft.getState();
  writeDraft('user-1', 'Smoke from roof');
  expect(useLineDraft.getState().clientMsgId).toBe(clientMsgId);
  confirmDraft('user-1', useLineDraft.getState());
  expect(useLineDraft.getState().text).toBe('');
  expect(useLineDraft.getState().clientMsgId).not.toBe(clientMsgId);
  expect(kept.size).toBe(0);
});

test('what was written while the answer was on its way stays, under an id of its own', () => {
  writeDraft('user-1', 'First');
  const sent = useLineDraft.getState();
  writeDraft('user-1', 'Second');
  confirmDraft('user-1', sent);
  expect(useLineDraft.getState().text).toBe('Second');
  expect(useLineDraft.getState().clientMsgId).not.toBe(sent.clientMsgId);
});

test('what somebody else left, or what cannot be read, is not taken up', () => {
  kept.set('watchroom.draft.incident.user-2', JSON.stringify({ text: 'Other', clientMsgId: 'abcdefgh' }));
  kept.set('watchroom.draft.incident.user-1', '{"text":');
  reload();
  expect(useLineDraft.getState().text).toBe('');
  expect(useLineDraft.getState().clientMsgId).toMatch(/^[0-9a-f]{32}$/);
});
