import { cutText } from './cut-text';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';
import { createMutex } from './mutex';
import { createRecentIds } from './recent-ids';
import { singleFlight } from './single-flight';
import { sleep } from './sleep';

describe('backoff', () => {
  const options = { baseMs: 1_000, capMs: 30_000 };

  it('draws from the whole range that doubles with each attempt, up to the cap', () => {
    expect(backoffMs(0, 0.999, options)).toBe(999);
    expect(backoffMs(3, 0.5, options)).toBe(4_000);
    expect(backoffMs(50, 0.5, options)).toBe(15_000);
    expect(backoffMs(4, 0, options)).toBe(0);
  });

  it('never goes below what the other side asked for', () => {
    expect(backoffMs(0, 0, options, 5_000)).toBe(5_000);
  });
});

describe('single flight', () => {
  it('answers all who ask while it runs with one run, and runs again afterwards', async () => {
    let runs = 0;
    const call = singleFlight(async () => ++runs);
    expect(await Promise.all([call(), call(), call()])).toEqual([1, 1, 1]);
    expect(await call()).toBe(2);
  });

  it('fails for all who waited and is not stuck afterwards', async () => {
    let fail = true;
    const call = singleFlight(async () => {
      if (fail) throw new Error('down');
      return 'up';
    });
    const [a, b] = await Promise.allSettled([call(), call()]);
    expect([a.status, b.status]).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await call()).toBe('up');
  });
});

describe('mutex', () => {
  it('runs work in order, one at a time, past failures', async () => {
    const exclusive = createMutex();
    const trace: string[] = [];
    const work = (name: string, fails = false) => async () => {
      trace.push(`${name} in`);
      await sleep(1);
      trace.push(`${name} out`);
      if (fails) throw new Error(name);
    };
    const results = await Promise.allSettled([exclusive(work('a')), exclusive(work('b', true)), exclusive(work('c'))]);
    expect(trace).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('recent ids', () => {
  it('knows an id until as many newer ones have come as it can hold', () => {
    const ids = createRecentIds(2);
    expect([ids.isNew('a'), ids.isNew('a'), ids.isNew('b'), ids.isNew('a')]).toEqual([true, false, true, false]);
    expect(ids.isNew('c')).toBe(true);
    expect(ids.isNew('a')).toBe(true);
  });
});

describe('sleep', () => {
  it('ends early when it is aborted', async () => {
    const stop = new AbortController();
    const long = sleep(60_000, stop.signal);
    stop.abort();
    await long;
  });
});

describe('a text cut to a length', () => {
  it('stays as it is when it fits, and ends in … when it does not, never in half a character', () => {
    expect(cutText('gate', 4)).toBe('gate');
    expect(cutText('gates', 4)).toBe('gat…');
    expect(cutText('ab🚒c', 4)).toBe('ab…');
    expect(cutText('a🚒bc', 4)).toBe('a🚒…');
  });
});
