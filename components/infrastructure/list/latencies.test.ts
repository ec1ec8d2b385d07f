import { describe, expect, it } from 'vitest';
import { joinLatencies } from './join-latencies';
import { latencyPath } from './latency-path';

const at = (seconds: number) => 1_000_000 + seconds * 1_000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();

describe('latencies', () => {
  it('of the server and of this page are one line without doubles', () => {
    const remembered = [0, 2, 4].map((second) => ({ at: iso(second), ms: second }));
    const heard = [4, 6].map((second) => ({ at: at(second), ms: second }));
    expect(joinLatencies(remembered, heard).map(({ ms }) => ms)).toEqual([0, 2, 4, 6]);
  });

  it('are kept to the last ninety', () => {
    const heard = Array.from({ length: 200 }, (_, second) => ({ at: at(second), ms: second }));
    const joined = joinLatencies([], heard);
    expect([joined.length, joined[0]?.ms]).toEqual([90, 110]);
  });
});

describe('the line of latencies', () => {
  const box = { width: 103, height: 103 };
  const path = (...looks: [second: number, ms: number | null][]) => latencyPath(looks.map(([second, ms]) => ({ at: at(second), ms })), 2_000, box);

  it('goes from left to right over time, and is no finer than 50 ms', () => {
    expect(path([0, 0], [2, 25], [4, 50])).toBe('M1.5 101.5h0L51.5 51.5L101.5 1.5');
  });

  it('breaks off where no answer came, and where nobody looked', () => {
    expect(path([0, 0], [2, null], [4, 0]).match(/[ML]/g)).toEqual(['M', 'M']);
    expect(path([0, 0], [15, 0], [31, 0]).match(/[ML]/g)).toEqual(['M', 'L', 'M']);
  });

  it('is empty where nothing was measured', () => {
    expect(path()).toBe('');
    expect(path([0, null])).toBe('');
  });
});
