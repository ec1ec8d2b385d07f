import { describe, expect, it } from 'vitest';
import type { Tab } from './channel';
import { judge } from './results';
import { emptyRun, type Delivery, type Run } from './run';

const SENT = 10_000;
const LATER = SENT + 10_000;
const tab = (n: number): Tab => ({ id: `id ${n}`, name: `tab ${n}`, mode: 'shared' });
const to = (n: number, latencyMs: number): Delivery => ({ broadcastId: 'b1', tab: `id ${n}`, latencyMs });
const at = (person: string, latencyMs: number): Delivery => ({ broadcastId: 'b1', tab: person, latencyMs });
const row = (patch: Partial<Run>, now = LATER, expected: readonly Tab[] = [tab(1), tab(2)]) =>
  judge({ ...emptyRun, fired: [{ id: 'b1', label: 'test 1 of 1', sentAt: SENT, expected }], ...patch }, now)[0];

describe('a test broadcast', () => {
  it('passes when every tab heard it once in less than a second', () => {
    expect(row({ near: [to(1, 20), to(2, 999)] })).toMatchObject({ verdict: 'pass', missed: [], doubled: [] });
  });

  it.each([
    ['late', [to(1, 20), to(2, 1_000)], { missed: [], doubled: [] }],
    ['missing', [to(1, 20)], { missed: ['tab 2'], doubled: [] }],
    ['doubled', [to(1, 20), to(2, 30), to(2, 40)], { missed: [], doubled: ['tab 2'] }],
  ])('fails when it is %s somewhere', (_what, near, found) => {
    expect(row({ near })).toMatchObject({ verdict: 'fail', ...found });
  });

  it('is waited for before it counts as missed', () => {
    expect(row({ near: [to(1, 20)] }, SENT + 3_000)).toMatchObject({ verdict: 'waiting', missed: [], cells: [{ state: 'heard' }, { state: 'waiting' }] });
    expect(row({ near: [to(1, 20)] }, SENT + 3_001)).toMatchObject({ verdict: 'fail', missed: ['tab 2'] });
  });

  it('has not passed while a second delivery or another screen may still come', () => {
    expect(row({ near: [to(1, 20), to(2, 30)] }, SENT + 50)?.verdict).toBe('waiting');
  });

  it('has failed at once when one tab was late', () => {
    expect(row({ near: [to(1, 1_200)] }, SENT + 1_200)?.verdict).toBe('fail');
  });

  it('is late, no longer missed, when it comes after all', () => {
    expect(row({ near: [to(1, 20), to(2, 4_000)] })).toMatchObject({ verdict: 'fail', missed: [], cells: [{}, { latencyMs: 4_000 }] });
  });

  it('is judged by the figure that is shown', () => {
    expect(row({ near: [to(1, 20), to(2, 999.6)] })).toMatchObject({ verdict: 'fail', cells: [{}, { latencyMs: 1_000 }] });
  });

  it('counts a tab that got it three times as one doubled tab', () => {
    expect(row({ near: [to(1, 20), to(1, 21), to(1, 22), to(2, 9)] })).toMatchObject({ doubled: ['tab 1'], cells: [{ latencyMs: 20, times: 3 }, { times: 1 }] });
  });

  it('does not concern a tab that was opened afterwards', () => {
    const found = row({ near: [to(1, 20), to(2, 30), to(3, 5_000)], open: [tab(1), tab(2), tab(3)] });
    expect(found).toMatchObject({ verdict: 'pass', missed: [] });
    expect(found?.cells).toHaveLength(2);
  });

  it('is judged without a tab that was closed while it was on its way', () => {
    expect(row({ near: [to(1, 20)], closedAt: new Map([['id 2', SENT + 500]]) })).toMatchObject({
      verdict: 'pass',
      missed: [],
      cells: [{ state: 'heard' }, { state: 'closed' }],
    });
  });

  it('stays missed when the tab that missed it is closed later', () => {
    expect(row({ near: [to(1, 20)], closedAt: new Map([['id 2', SENT + 5_000]]) })).toMatchObject({ verdict: 'fail', missed: ['tab 2'] });
  });

  it('keeps the time of a tab that was closed after it heard it', () => {
    expect(row({ near: [to(1, 20), to(2, 30)], closedAt: new Map([['id 2', SENT + 40]]) })).toMatchObject({ cells: [{}, { state: 'heard', latencyMs: 30 }] });
  });

  it('is neither passed nor failed when nobody was left to hear it', () => {
    const closedAt = new Map([['id 1', SENT + 1], ['id 2', SENT + 1]]);
    expect(row({ closedAt })).toMatchObject({ verdict: 'void', missed: [] });
    expect(row({}, LATER, [])?.verdict).toBe('void');
  });

  it('takes any name for a tab', () => {
    expect(row({}, LATER, [{ id: 'constructor', name: '__proto__', mode: 'shared' }])?.missed).toEqual(['__proto__']);
  });
});

describe('other screens', () => {
  const near = [to(1, 20), to(2, 30)];

  it('appear beside the tabs, and nobody misses those that say nothing', () => {
    expect(row({ near, far: [at('Kari', 90)] })).toMatchObject({ verdict: 'pass', cells: [{}, {}, { tab: 'Kari', where: 'elsewhere', latencyMs: 90 }] });
  });

  it('fail it when they are late', () => {
    expect(row({ near, far: [at('Kari', 1_000)] })?.verdict).toBe('fail');
  });

  it('of one person are several screens, not a doubled delivery', () => {
    expect(row({ near, far: [at('Kari', 90), at('Kari', 80)] })).toMatchObject({
      verdict: 'pass',
      doubled: [],
      cells: [{}, {}, { tab: 'Kari', latencyMs: 90 }, { tab: 'Kari (2)', latencyMs: 80 }],
    });
  });

  it('are told apart from a tab of the same name', () => {
    expect(row({ near: [to(1, 20)], far: [at('tab 2', 5)] })).toMatchObject({ verdict: 'fail', missed: ['tab 2'] });
  });
});

describe('a burst', () => {
  it('is judged broadcast by broadcast', () => {
    const fired = ['b1', 'b2', 'b3'].map((id) => ({ id, label: id, sentAt: SENT, expected: [tab(1)] }));
    const near = [{ ...to(1, 20), broadcastId: 'b3' }, to(1, 10), { ...to(1, 5), broadcastId: 'somebody else’s' }];
    expect(judge({ ...emptyRun, fired, near }, LATER).map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass']);
  });
});
