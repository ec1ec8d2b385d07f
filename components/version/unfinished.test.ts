import { describe, expect, it } from 'vitest';
import { fakeStorage } from '@/components/room/outbox/fake-storage';
import { keepItems } from '@/components/room/outbox/kept-items';
import { isUnfinished } from './unfinished';

const nothingOpen = { querySelector: () => null };
const formOpen = { querySelector: () => ({}) };

function place(patch: Partial<Parameters<typeof isUnfinished>[0]> = {}) {
  return { document: nothingOpen, tab: fakeStorage(), browser: fakeStorage(), userId: 'anna', ...patch };
}

const unsent = (state: 'waiting' | 'refused' | 'taken') =>
  ({ incidentId: 'one', order: 1, entry: { kind: 'note', text: 'x', clientMsgId: 'm' }, state, refusal: null, takenAt: null }) as const;

describe('what is unfinished on a page [RT24]', () => {
  it('is nothing where nobody has begun anything', () => {
    const tab = fakeStorage();
    tab.setItem('watchroom.reloaded-at', '0');
    expect(isUnfinished(place({ tab }))).toBe(false);
    expect(isUnfinished(place({ tab: null, browser: null }))).toBe(false);
  });

  it('is an open form or window', () => expect(isUnfinished(place({ document: formOpen }))).toBe(true));

  it.each(['watchroom.draft.room.anna.one', 'watchroom.draft.bonfire.anna', 'watchroom.edit.incident.anna.one'])('is what the tab keeps as %s', (key) => {
    const tab = fakeStorage();
    tab.setItem(key, '{}');
    expect(isUnfinished(place({ tab }))).toBe(true);
  });

  it('is an entry of a log that the server has not taken, and that waits for this person', () => {
    for (const [state, unfinished] of [['waiting', true], ['refused', true], ['taken', false]] as const) {
      const browser = fakeStorage();
      keepItems(browser, 'anna').put(unsent(state));
      expect(isUnfinished(place({ browser }))).toBe(unfinished);
      expect(isUnfinished(place({ browser, userId: 'berit' }))).toBe(false);
    }
  });
});
