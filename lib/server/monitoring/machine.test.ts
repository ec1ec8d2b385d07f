import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '@/lib/protocol/infrastructure';
import { afterGap, afterSample, announce, pendingOf, UNSEEN, type MachineState } from './machine';

const LETTERS: Record<string, Outcome> = { o: 'ok', w: 'warn', f: 'fail' };

/** The machine after samples, written as letters: o ok, w warn, f fail. One a second. */
function after(samples: string, from: MachineState = UNSEEN): MachineState {
  return [...samples].reduce((machine, letter, index) => afterSample(machine, LETTERS[letter] ?? 'ok', (index + 1) * 1_000), from);
}

describe('the state of a service after samples (N4)', () => {
  it.each([
    // first sight
    ['', 'unknown'], ['o', 'unknown'], ['oo', 'up'], ['ww', 'unknown'], ['www', 'warn'], ['ff', 'unknown'], ['fff', 'down'],
    // out of up, at the boundaries of three and three
    ['oo' + 'w', 'up'], ['oo' + 'ww', 'up'], ['oo' + 'www', 'warn'], ['oo' + 'ff', 'up'], ['oo' + 'fff', 'down'],
    // one that is well clears the count
    ['oo' + 'wwo' + 'ww', 'up'], ['oo' + 'ffo' + 'ff', 'up'], ['oo' + 'ffo' + 'fff', 'down'],
    // a failure is no better than a warning
    ['oo' + 'wf', 'up'], ['oo' + 'wfw', 'warn'], ['oo' + 'fwf', 'warn'], ['oo' + 'wff', 'warn'], ['oo' + 'wfff', 'down'],
    // out of warn
    ['www' + 'o', 'warn'], ['www' + 'oo', 'up'], ['www' + 'owo', 'warn'], ['www' + 'ff', 'warn'], ['www' + 'fff', 'down'],
    // out of down, at the boundary of two
    ['fff' + 'o', 'down'], ['fff' + 'oo', 'up'], ['fff' + 'ofo', 'down'], ['fff' + 'ww', 'down'], ['fff' + 'www', 'warn'], ['fff' + 'wfw', 'down'], ['fff' + 'owow', 'down'],
  ])('%s is %s', (samples, state) => {
    expect(after(samples).state).toBe(state);
  });

  it('says since when: the sample that changed it', () => {
    expect(after('oo').since).toBe(2_000);
    expect(after('ooo').since).toBe(2_000);
    expect(after('ooofff').since).toBe(6_000);
  });

  it.each([
    ['', null], ['o', { outcome: 'ok', count: 1, needed: 2 }], ['oo', null], ['oof', { outcome: 'fail', count: 1, needed: 3 }], ['ooff', { outcome: 'fail', count: 2, needed: 3 }],
    ['oow', { outcome: 'warn', count: 1, needed: 3 }], ['oofw', { outcome: 'warn', count: 2, needed: 3 }], ['ooffo', null], ['fff', null], ['ffff', null],
    ['fffo', { outcome: 'ok', count: 1, needed: 2 }], ['wwwf', { outcome: 'fail', count: 1, needed: 3 }], ['fffw', { outcome: 'warn', count: 1, needed: 3 }],
  ])('%s waits with %o', (samples, pending) => {
    expect(pendingOf(after(samples))).toEqual(pending);
  });

  it('knows nothing after a gap, and begins to count anew', () => {
    const gone = afterGap(after('ooff'), 9_000);
    expect(gone).toMatchObject({ state: 'unknown', since: 9_000, failRun: 0 });
    expect(after('f', gone).state).toBe('unknown');
    expect(afterGap(gone, 12_000)).toBe(gone);
  });
});

describe('what is told of a service (N8)', () => {
  it('is each real change once; not knowing is none, and coming back to the same after it neither', () => {
    const up = after('oo');
    const told = announce(up);
    expect(told).toMatchObject({ from: 'unknown', to: 'up' });
    const known = told?.told ?? UNSEEN;
    expect(announce(known)).toBeNull();
    expect(announce(after('ff', known))).toBeNull();
    expect(announce(after('fff', known))).toMatchObject({ from: 'up', to: 'down' });
    const lost = afterGap(known, 9_000);
    expect(announce(lost)).toBeNull();
    expect(announce(after('oo', lost))).toBeNull();
    expect(announce(after('fff', lost))).toMatchObject({ from: 'up', to: 'down' });
  });
});

describe('whatever comes, in any order', () => {
  const outcomes = fc.array(fc.constantFrom<Outcome>('ok', 'warn', 'fail'), { maxLength: 200 });

  it('a state always has the samples that it takes, and is left as soon as another has them', () => {
    fc.assert(
      fc.property(outcomes, (samples) => {
        let machine = UNSEEN;
        samples.forEach((outcome, index) => {
          const before = machine;
          machine = afterSample(before, outcome, index);
          const last = (count: number) => (index + 1 >= count ? samples.slice(index + 1 - count, index + 1) : []);
          const all = (count: number, fits: (one: Outcome) => boolean) => last(count).length === count && last(count).every(fits);
          if (all(2, (one) => one === 'ok')) expect(machine.state).toBe('up');
          if (all(3, (one) => one === 'fail')) expect(machine.state).toBe('down');
          // Never green with three in a row that were not well.
          if (all(3, (one) => one !== 'ok')) expect(machine.state).not.toBe('up');
          if (machine.state === before.state) return;
          if (machine.state === 'up') expect(all(2, (one) => one === 'ok')).toBe(true);
          if (machine.state === 'down') expect(all(3, (one) => one === 'fail')).toBe(true);
          if (machine.state === 'warn') expect(all(3, (one) => one !== 'ok')).toBe(true);
          expect(machine.state).not.toBe('unknown');
        });
      }),
    );
  });

  it('flapping between well and failing never reaches down, and is visible as pending all the time', () => {
    let machine = after('oo');
    for (let i = 0; i < 100; i += 1) {
      machine = after(i % 3 === 2 ? 'o' : 'f', machine);
      expect(machine.state).toBe('up');
      expect(pendingOf(machine) === null).toBe(i % 3 === 2);
    }
  });

  it('what waits never reaches what it needs', () => {
    fc.assert(
      fc.property(outcomes, (samples) => {
        let machine = UNSEEN;
        for (const outcome of samples) {
          machine = afterSample(machine, outcome, 1);
          const pending = pendingOf(machine);
          if (pending) expect(pending.count).toBeLessThan(pending.needed);
        }
      }),
    );
  });
});
