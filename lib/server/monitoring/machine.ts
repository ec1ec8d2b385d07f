import type { Outcome, Pending, ServiceState } from '@/lib/protocol/infrastructure';

/** So many of a kind in a row, and the state is another. */
export const WARNS_FOR_WARN = 3;
export const FAILS_FOR_DOWN = 3;
export const OKS_FOR_UP = 2;

/** What is known of a service from its samples alone. */
export type KnownState = Extract<ServiceState, 'unknown' | 'up' | 'warn' | 'down'>;

/** A monitor's state machine: data only. Times in milliseconds since the epoch. */
export interface MachineState {
  readonly state: KnownState;
  readonly since: number | null;
  /** Samples of one kind in a row up to now; `badRun` counts all that were not well. */
  readonly okRun: number;
  readonly warnRun: number;
  readonly failRun: number;
  readonly badRun: number;
  /** The last state that was told to people; null before the first. Not knowing is not told: it is seen. */
  readonly announced: Exclude<KnownState, 'unknown'> | null;
}

/** One that has seen nothing yet. */
export const UNSEEN: MachineState = { state: 'unknown', since: null, okRun: 0, warnRun: 0, failRun: 0, badRun: 0, announced: null };

/**
 * The state after one more sample (hysteresis): two in a row that are well → up, three that fail → down, three that
 * warn → warn. A failure is no better than a warning, so it counts towards warn as well: a service that fails and
 * warns in turn must not stay green. Out of down, only real warnings lead to warn. One that is final counts as enough.
 */
export function afterSample(before: MachineState, outcome: Outcome, at: number, isFinal = false): MachineState {
  const runs = {
    okRun: outcome === 'ok' ? before.okRun + 1 : 0,
    warnRun: outcome === 'warn' ? before.warnRun + 1 : 0,
    failRun: outcome === 'fail' ? before.failRun + 1 : 0,
    badRun: outcome === 'ok' ? 0 : before.badRun + 1,
  };
  const state = isFinal ? FINAL_STATE[outcome] : stateFor(before.state, runs);
  return { ...before, ...runs, state, since: state === before.state ? before.since : at };
}

/** The state after a time in which nobody looked: what was is not known any more, and counts begin anew. */
export function afterGap(before: MachineState, since: number): MachineState {
  if (before.state === 'unknown' && before.badRun === 0 && before.okRun === 0) return before;
  return { ...UNSEEN, since, announced: before.announced };
}

/** Samples that speak for another state than the present one; null when none does. */
export function pendingOf({ state, okRun, warnRun, failRun, badRun }: MachineState): Pending | null {
  if (okRun > 0) return state === 'up' ? null : { outcome: 'ok', count: okRun, needed: OKS_FOR_UP };
  if (failRun > 0 && state !== 'down') return { outcome: 'fail', count: failRun, needed: FAILS_FOR_DOWN };
  if (warnRun > 0 && state !== 'warn') return { outcome: 'warn', count: Math.min(state === 'down' ? warnRun : badRun, WARNS_FOR_WARN), needed: WARNS_FOR_WARN };
  return null;
}

/** What people must be told, and that they were: null when nothing really changed. */
export function announce(machine: MachineState): { readonly from: KnownState; readonly to: Exclude<KnownState, 'unknown'>; readonly told: MachineState } | null {
  const { state, announced } = machine;
  if (state === 'unknown' || state === announced) return null;
  return { from: announced ?? 'unknown', to: state, told: { ...machine, announced: state } };
}

const FINAL_STATE: Readonly<Record<Outcome, KnownState>> = { ok: 'up', warn: 'warn', fail: 'down' };

function stateFor(now: KnownState, { okRun, warnRun, failRun, badRun }: Pick<MachineState, 'okRun' | 'warnRun' | 'failRun' | 'badRun'>): KnownState {
  if (okRun >= OKS_FOR_UP) return 'up';
  if (failRun >= FAILS_FOR_DOWN) return 'down';
  if ((now === 'down' ? warnRun : badRun) >= WARNS_FOR_WARN) return 'warn';
  return now;
}
