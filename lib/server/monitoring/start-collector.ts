import 'server-only';
import { logError, logInfo } from '@/lib/core/log';
import { sleep } from '@/lib/core/sleep';
import { serverSettings } from '../env';
import { ensureInstanceId } from '../instance';
import { announceChange, sendChange } from './announce';
import { createCollector, type Collector } from './collector';
import { createCollectorLease } from './lease';
import { createLooks, type Looks } from './looks';
import { ownParts } from './own-parts';
import { keep, nextFence, readStates } from './persist';
import { publishInfrastructure } from './publish';
import { pruneHistory, readUptimes, rollUp } from './rollups';
import { readRoster } from './roster';
import { createStreamEar, type StreamEar } from './stream-ear';

const ROLL_UP_EVERY_MS = 60_000;
const PRUNE_EVERY_MS = 3_600_000;
const SAME_TROUBLE_MS = 60_000;

interface Shift {
  readonly collector: Collector;
  readonly ear: StreamEar;
  readonly looks: Looks;
}

/**
 * Looks at services for as long as `signal` lets it, whenever this instance holds the lease. The rounds keep to the
 * clock: one that lasted long does not push the next ones back.
 */
export async function runCollector(signal: AbortSignal): Promise<void> {
  const { infraIntervalMs, ownOrigin } = serverSettings();
  const lease = createCollectorLease(`${ensureInstanceId()}-${crypto.randomUUID()}`);
  const trouble = createTroubleLog();
  let shift: Shift | undefined;
  let superseded = false;
  let rolledUpAt = 0;
  let prunedAt = 0;
  let chores: Promise<void> | undefined;

  function begin(): Shift {
    const ear = createStreamEar(ownOrigin);
    const looks = createLooks(ownOrigin, ownParts(() => ear.look()));
    const collector = createCollector({
      looks, readRoster, readStates, readUptimes, nextFence, keep, sendChange,
      publish: publishInfrastructure,
      announce: announceChange,
      onSent: (checkedAt) => ear.sent(checkedAt),
      onSuperseded: () => (superseded = true),
      onTrouble: trouble,
    });
    ear.start();
    logInfo('This instance looks at services now.');
    return { collector, ear, looks };
  }

  function end(ended: Shift): void {
    ended.ear.stop();
    ended.looks.discard();
    logInfo('Another instance looks at services now.');
  }

  /** Counting and forgetting, beside the rounds. */
  async function doChores(now: number): Promise<void> {
    if (now - rolledUpAt >= ROLL_UP_EVERY_MS) {
      rolledUpAt = now;
      await rollUp(now);
    }
    if (now - prunedAt >= PRUNE_EVERY_MS) {
      prunedAt = now;
      await pruneHistory(now);
    }
  }

  while (!signal.aborted) {
    await sleep(infraIntervalMs - (Date.now() % infraIntervalMs), signal);
    if (signal.aborted) break;
    const now = Date.now();
    const hold = superseded ? 'other' : await lease.hold();
    superseded = false;
    // While Redis says nothing nobody else can take over either, so whoever looked goes on.
    if (hold === 'other' && shift) {
      end(shift);
      shift = undefined;
    }
    if (hold === 'mine') shift ??= begin();
    if (!shift) continue;
    await shift.collector.round(now);
    chores ??= doChores(now)
      .catch((error: unknown) => trouble('The history cannot be counted', error))
      .finally(() => {
        chores = undefined;
      });
  }
  shift?.ear.stop();
  await shift?.collector.settle();
  await lease.release();
}

/** Says what is wrong once a minute, however often it happens. */
function createTroubleLog(): (what: string, error: unknown) => void {
  const saidAt = new Map<string, number>();
  return (what, error) => {
    const now = Date.now();
    if (now - (saidAt.get(what) ?? 0) < SAME_TROUBLE_MS) return;
    saidAt.set(what, now);
    logError(`${what}: ${error instanceof Error ? error.name : 'unknown error'}. It is tried again with every round.`);
  };
}
