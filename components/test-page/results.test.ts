import { describe, expect, it } from 'vitest';
import { judge, summarise, type Delivery, type Fired } from './results';

const fired: Fired[] = [{ id: 'b1', label: '1', sentAt: 10_000 }];
const heard = (tab: string, latencyMs: number): Delivery => ({ broadcastId: 'b1', tab, latencyMs });
const verdict = (deliveries: Delivery[], now = 20_000) => judge(fired, deliveries, ['tab 1', 'tab 2'], now)[0];

describe('a test broadcast', () => {
  it('passes when every tab heard it once within a second', () => {
    expect(verdict([heard('tab 1', 20), heard('tab 2', 999)])).toMatchObject({ verdict: 'pass', missed: [], doubled: 0 });
  });

  it.each([
    ['late', [heard('tab 1', 20), heard('tab 2', 1_000)], { missed: [], doubled: 0 }],
    ['missing', [heard('tab 1', 20)], { missed: ['tab 2'], doubled: 0 }],
    ['doubled', [heard('tab 1', 20), heard('tab 2', 30), heard('tab 2', 40)], { missed: [], doubled: 1 }],
  ])('fails when it is %s somewhere', (_what, deliveries, found) => {
    expect(verdict(deliveries)).toMatchObject({ verdict: 'fail', ...found });
  });

  it('is waited for before it counts as missed', () => {
    expect(verdict([heard('tab 1', 20)], 11_000)).toMatchObject({ verdict: 'waiting', missed: [] });
  });

  it('is judged by what was expected, though others hear it too', () => {
    expect(verdict([heard('tab 1', 20), heard('tab 2', 30), heard('Kari · far', 90)])).toMatchObject({ verdict: 'pass' });
  });
});

describe('the summary', () => {
  it('gives the middle, the slow end and the slowest', () => {
    const rows = judge(fired, [heard('tab 1', 10), heard('tab 2', 30), heard('x', 20)], ['tab 1', 'tab 2'], 20_000);
    expect(summarise(rows)).toEqual({ deliveries: 3, p50: 20, p95: 30, max: 30, missed: 0, doubled: 0, verdict: 'pass' });
  });

  it('says nothing before anything was fired', () => {
    expect(summarise([])).toMatchObject({ p50: null, verdict: 'waiting' });
  });
});
