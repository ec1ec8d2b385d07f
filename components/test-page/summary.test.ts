import { describe, expect, it } from 'vitest';
import type { Row, Verdict } from './results';
import { summarise } from './summary';

const row = (verdict: Verdict, latencies: readonly number[] = [], patch: Partial<Row> = {}): Row => ({
  id: 'b1',
  label: 'test 1 of 1',
  sentAt: 0,
  cells: latencies.map((latencyMs, n) => ({ tab: `tab ${n}`, where: 'shared', state: 'heard', latencyMs, times: 1 })),
  missed: [],
  doubled: [],
  verdict,
  ...patch,
});
const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);

describe('the summary', () => {
  it.each([
    [[7], { p50: 7, p95: 7, max: 7 }],
    [[10, 20], { p50: 10, p95: 20, max: 20 }],
    [upTo(19), { p50: 10, p95: 19, max: 19 }],
    [upTo(20), { p50: 10, p95: 19, max: 20 }],
    [upTo(100), { p50: 50, p95: 95, max: 100 }],
    [[], { p50: null, p95: null, max: null }],
  ])('gives middle, slow end and slowest by nearest rank (%#)', (latencies, figures) => {
    expect(summarise([row('pass', latencies)], false)).toMatchObject(figures);
  });

  it('takes the deliveries of all broadcasts together', () => {
    expect(summarise([row('pass', [10, 30]), row('pass', [20])], false)).toMatchObject({ broadcasts: 2, deliveries: 3, p50: 20, max: 30 });
  });

  it('adds up what was missed and doubled', () => {
    const rows = [row('fail', [], { missed: ['tab 1', 'tab 2'] }), row('fail', [5], { missed: ['tab 2'], doubled: ['tab 1'] })];
    expect(summarise(rows, false)).toMatchObject({ missed: 3, doubled: 1, verdict: 'fail' });
  });

  it.each<[Verdict[], boolean, Verdict]>([
    [[], false, 'waiting'],
    [['pass', 'pass'], false, 'pass'],
    [['pass', 'waiting'], false, 'waiting'],
    [['pass', 'pass'], true, 'waiting'],
    [['waiting', 'fail'], true, 'fail'],
    [['pass', 'void'], false, 'pass'],
    [['void'], false, 'void'],
  ])('of %j, more to come: %j, is %s', (verdicts, firing, expected) => {
    expect(summarise(verdicts.map((verdict) => row(verdict)), firing).verdict).toBe(expected);
  });
});
