import { describe, expect, it } from 'vitest';
import type { ChannelMessage, Tab } from './channel';
import { afterEvent, emptyRun, type Run, type RunEvent } from './run';

const tab = (n: number, patch: Partial<Tab> = {}): Tab => ({ id: `id ${n}`, name: `tab ${n}`, mode: 'shared', ...patch });
const told = (message: ChannelMessage, at = 1): RunEvent => ({ type: 'told', message, page: 'mine', at });
const opens = (opened: Tab, page: string | null = 'mine') => told({ type: 'open', tab: opened, page });
const closes = (n: number, at = 1) => told({ type: 'closed', tabId: `id ${n}` }, at);
const leaves: RunEvent = { type: 'leaves', shot: '1' };
const sent: RunEvent = { type: 'sent', shot: '1', id: 'b1', label: 'test 1 of 1', sentAt: 5 };
const after = (...events: RunEvent[]): Run => events.reduce(afterEvent, emptyRun);
const names = (run: Run) => run.open.map(({ name }) => name);

describe('who is expected to hear a broadcast', () => {
  it('are the tabs that were open when it left, whatever happens until the server answers', () => {
    const run = after(opens(tab(1)), opens(tab(2)), leaves, closes(2), opens(tab(3)), sent);
    expect(run.fired[0]?.expected).toEqual([tab(1), tab(2)]);
    expect(names(run)).toEqual(['tab 1', 'tab 3']);
  });

  it('changes from one broadcast of a burst to the next', () => {
    const run = after(opens(tab(1)), leaves, sent, opens(tab(2)), { ...leaves, shot: '2' }, { ...sent, shot: '2', id: 'b2' });
    expect(run.fired.map(({ expected }) => expected.length)).toEqual([1, 2]);
  });

  it('are not the tabs of another test page in this browser', () => {
    expect(names(after(opens(tab(1)), opens(tab(9), 'another')))).toEqual(['tab 1']);
  });

  it('are windows, whichever page opened them', () => {
    expect(names(after(opens(tab(1, { name: 'window 1' }), null)))).toEqual(['window 1']);
  });
});

describe('tabs that come and go', () => {
  it('are there once, however often they say so', () => {
    expect(names(after(opens(tab(1)), opens(tab(1))))).toEqual(['tab 1']);
  });

  it('are told apart when two bear one name', () => {
    expect(names(after(opens(tab(1)), opens(tab(2, { name: 'tab 1' })), opens(tab(3, { name: 'tab 1' }))))).toEqual(['tab 1', 'tab 1 (2)', 'tab 1 (3)']);
  });

  it('may have the same name on a shared and on an own connection', () => {
    expect(names(after(opens(tab(1)), opens(tab(2, { name: 'tab 1', mode: 'isolated' }))))).toEqual(['tab 1', 'tab 1']);
  });

  it('have gone when they said so, and are back when they say so', () => {
    expect(after(opens(tab(1)), closes(1, 70)).closedAt.get('id 1')).toBe(70);
    expect(after(opens(tab(1)), closes(1), opens(tab(1)))).toMatchObject({ open: [tab(1)], closedAt: new Map() });
  });

  it('of other pages that go away are no news', () => {
    expect(after(closes(4)).closedAt.size).toBe(0);
  });
});

describe('a cleared run', () => {
  it('forgets the broadcasts and keeps the tabs', () => {
    const run = after(opens(tab(1)), leaves, sent, told({ type: 'heard', tabId: 'id 1', broadcastId: 'b1', latencyMs: 3 }), { type: 'cleared' });
    expect(run).toEqual({ ...emptyRun, open: [tab(1)] });
  });
});
