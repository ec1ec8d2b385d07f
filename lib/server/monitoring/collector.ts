import 'server-only';
import { UNKNOWN_AFTER_INTERVALS, type Infrastructure } from '@/lib/protocol/infrastructure';
import { singleFlight } from '@/lib/core/single-flight';
import { sleep } from '@/lib/core/sleep';
import { buildFrom } from './build';
import { afterGap, afterSample, announce } from './machine';
import { UNWATCHED, shownState, type Uptime, type WatchState } from './watch-state';
import { maintenanceOf, type Roster, type Watched } from './roster';
import type { Finished, Looks } from './looks';
import { Superseded, type Sample } from './persist';
import type { Change } from './announce';
import { shapeOf } from './shape';

const WAIT_FOR_LOOKS_MS = 1_000;
/** So long a round waits for the list of monitors; then it goes on with the one it has. */
const WAIT_FOR_ROSTER_MS = 500;
const UPTIMES_EVERY_MS = 300_000;
/** A new installation has nothing to count yet; what comes first should not wait that long. */
const FIRST_UPTIMES_EVERY_MS = 60_000;
/** Samples that wait for the database: half an hour of two hundred monitors at two seconds. */
const MOST_WAITING = 200_000;

/** What a collector works with. Times in milliseconds since the epoch. */
export interface CollectorParts {
  readonly looks: Looks;
  readRoster(): Promise<Roster>;
  readStates(): Promise<Map<string, WatchState>>;
  readUptimes(now: number): Promise<Map<string, Uptime>>;
  nextFence(): Promise<bigint>;
  keep(fence: bigint, samples: readonly Sample[], states: ReadonlyMap<string, WatchState>): Promise<void>;
  publish(payload: Infrastructure, at: Date, changed: boolean): Promise<void>;
  announce(change: Change, fence: bigint): Promise<WatchState['incident']>;
  /** Tells the screens alone, while the database is away. */
  sendChange(change: Change): Promise<void>;
  /** Something was or was not sent to the screens, for the look at the stream. */
  onSent(checkedAt: string | null): void;
  /** A later collector has written: this one must end. */
  onSuperseded(): void;
  onTrouble(what: string, error: unknown): void;
  /** So long a round waits for looks that were begun in it, in milliseconds; slower ones are taken by a later round. A second when left out. */
  readonly waitForLooksMs?: number;
}

/** Looks at everything, round by round, and tells what it saw. It is alone: see lease.ts. */
export interface Collector {
  /** One round: what is due is looked at, states move, screens are told. Never throws. */
  round(now: number): Promise<void>;
  /** Waits until what was seen is kept, or cannot be. */
  settle(): Promise<void>;
}

/** A collector that begins where the last one stopped. */
export function createCollector(parts: CollectorParts): Collector {
  const known = new Map<string, WatchState>();
  let roster: Roster | undefined;
  let uptimes = new Map<string, Uptime>();
  let uptimesAt = 0;
  let fence: bigint | undefined;
  let begun = false;
  let waiting: Sample[] = [];
  let unsaid: Change[] = [];
  let keeping: Promise<void> | undefined;
  let lastShape = '';

  const refresh = singleFlight(async () => {
    const fresh = await parts.readRoster();
    if (!begun) for (const [id, state] of await parts.readStates()) known.set(id, state);
    begun = true;
    roster = fresh;
  });

  async function refreshUptimes(now: number): Promise<void> {
    uptimes = await parts.readUptimes(now);
    uptimesAt = now;
  }

  function stateOf(id: string): WatchState {
    return known.get(id) ?? UNWATCHED;
  }

  function takeIn({ monitorId, slot, at, look }: Finished, watched: Watched, current: Roster): void {
    const before = stateOf(monitorId);
    const machine = afterSample(before.machine, look.outcome, at, look.isFinal);
    const after = { ...before, machine, sampledAt: at, latencyMs: look.latencyMs, message: look.message };
    known.set(monitorId, after);
    const state = shownState(watched, after, maintenanceOf(monitorId, current.windows, at));
    if (waiting.length < MOST_WAITING) waiting.push({ monitorId, slot, at, outcome: look.outcome, state, latencyMs: look.latencyMs, message: look.message });
  }

  /** Nobody looked for so long that what was known is not known any more; or somebody said not to look. */
  function forget(watched: Watched, now: number): void {
    const before = stateOf(watched.id);
    const { machine, sampledAt } = before;
    const until = (sampledAt ?? now) + UNKNOWN_AFTER_INTERVALS * watched.intervalMs;
    if (watched.isPaused || now >= until) known.set(watched.id, { ...before, machine: afterGap(machine, watched.isPaused ? now : until), ...(watched.isPaused ? { message: null } : {}) });
  }

  /** What must be told: real changes, outside maintenance. Maintenance hides a failure only while it lasts. */
  function changesNow(watched: Watched, current: Roster, now: number): Change[] {
    if (watched.isPaused) return [];
    const before = stateOf(watched.id);
    const change = announce(before.machine);
    if (!change) return [];
    const silent = maintenanceOf(watched.id, current.windows, now) !== null;
    if (silent && change.to !== 'up') return [];
    known.set(watched.id, { ...before, machine: change.told });
    // The first time that a service is seen well is no news. One that comes back within its maintenance is none either, but it ends an outage.
    const isNews = before.incident !== null || !((change.from === 'unknown' && change.to === 'up') || silent);
    return isNews || change.from !== 'unknown' ? [changeOf(watched, change, before, now, !isNews)] : [];
  }

  async function tell(payload: Infrastructure, now: Date): Promise<void> {
    const shape = shapeOf(payload);
    try {
      const sending = parts.publish(payload, now, shape !== lastShape);
      parts.onSent(payload.checked_at);
      await sending;
      lastShape = shape;
    } catch (error) {
      parts.onSent(null);
      parts.onTrouble('What is watched cannot be told', error);
    }
  }

  /** Keeps what waits and says what is unsaid. One at a time, beside the rounds: the database may be slow or away. */
  async function keepAll(now: number): Promise<void> {
    const samples = waiting;
    waiting = [];
    try {
      fence ??= await parts.nextFence();
      // First what changed: a state that is kept as told must have been told.
      for (let change = unsaid[0]; change; change = unsaid[0]) {
        const incident = await parts.announce(change, fence);
        unsaid = unsaid.slice(1);
        known.set(change.watched.id, { ...stateOf(change.watched.id), incident });
      }
      const listed = new Set(roster?.monitors.map(({ id }) => id));
      await parts.keep(fence, samples, new Map([...known].filter(([id]) => listed.has(id))));
      if (now - uptimesAt > (uptimes.size === 0 ? FIRST_UPTIMES_EVERY_MS : UPTIMES_EVERY_MS)) await refreshUptimes(now);
    } catch (error) {
      if (error instanceof Superseded) return parts.onSuperseded();
      waiting = [...samples, ...waiting].slice(-MOST_WAITING);
      parts.onTrouble('What was seen waits for the database', error);
      await sendUnsaid().catch((failed: unknown) => parts.onTrouble('A change cannot be told', failed));
    }
  }

  /** The database is away; the screens must know all the same, and at once. */
  async function sendUnsaid(): Promise<void> {
    for (const change of unsaid.filter(({ eventSent, isQuiet }) => !eventSent && !isQuiet)) {
      await parts.sendChange(change);
      unsaid = unsaid.map((one) => (one === change ? { ...change, eventSent: true } : one));
    }
  }

  return {
    async round(now) {
      const refreshed = refresh().catch((error: unknown) => parts.onTrouble('The list of monitors cannot be read', error));
      await Promise.race([refreshed, sleep(WAIT_FOR_ROSTER_MS)]);
      if (!roster) return;
      const current = roster;
      await Promise.race([parts.looks.begin(current.monitors, now), sleep(parts.waitForLooksMs ?? WAIT_FOR_LOOKS_MS)]);
      const byId = new Map(current.monitors.map((watched) => [watched.id, watched]));
      for (const finished of parts.looks.take()) {
        const watched = byId.get(finished.monitorId);
        if (watched) takeIn(finished, watched, current);
      }
      const at = new Date();
      for (const watched of current.monitors) {
        forget(watched, at.getTime());
        unsaid.push(...changesNow(watched, current, at.getTime()));
      }
      await tell(buildFrom(current, known, uptimes, at, at), at);
      keeping ??= keepAll(now).finally(() => {
        keeping = undefined;
      });
    },
    async settle() {
      await keeping;
    },
  };
}

function changeOf(watched: Watched, change: Pick<Change, 'from' | 'to'>, { machine, message }: WatchState, now: number, isQuiet: boolean): Change {
  return { watched, from: change.from, to: change.to, at: machine.since ?? now, message, eventSent: false, isQuiet };
}
