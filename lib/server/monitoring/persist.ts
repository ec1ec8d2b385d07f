import 'server-only';
import { isoOf } from '@/lib/core/iso';
import type { Outcome, ServiceState } from '@/lib/protocol/infrastructure';
import { db, type Tx } from '../db/client';
import { incidentNumber } from '../services/incidents/to-wire';
import { UNSEEN, type MachineState } from './machine';
import { UNWATCHED, type WatchState } from './watch-state';

/** One look that was taken, as it is kept. Times in milliseconds since the epoch; `slot`: when it was due. */
export interface Sample {
  readonly monitorId: string;
  readonly slot: number;
  readonly at: number;
  readonly outcome: Outcome;
  readonly state: ServiceState;
  readonly latencyMs: number | null;
  readonly message: string | null;
}

/** Somebody else collects by now: what this one knows is not worth keeping. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A number that is higher than that of every collector before. Throws when the database cannot be asked. */
export async function nextFence(): Promise<bigint> {
  const [row] = await db().$queryRaw<{ fence: bigint }[]>`SELECT nextval('collector_fence') AS fence`;
  if (!row) throw new Error('The database gave no fence.');
  return row.fence;
}

/** Where every monitor's machine stood when it was last kept. Throws when the database cannot be asked. */
export async function readStates(): Promise<Map<string, WatchState>> {
  const rows = await db().monitorState.findMany({ include: { incident: { select: { id: true, year: true, ordinal: true } } } });
  return new Map(
    rows.map((row) => [
      row.monitorId,
      {
        ...UNWATCHED,
        machine: {
          ...UNSEEN,
          state: row.state as MachineState['state'],
          since: row.since?.getTime() ?? null,
          announced: row.announced as MachineState['announced'],
          okRun: row.okRun,
          warnRun: row.warnRun,
          failRun: row.failRun,
          badRun: row.badRun,
        },
        sampledAt: row.sampledAt?.getTime() ?? null,
        latencyMs: row.latencyMs,
        message: row.message,
        incident: row.incident && { id: row.incident.id, number: incidentNumber(row.incident) },
      },
    ]),
  );
}

/**
 * Keeps samples and states in one transaction. A look that is kept already is not kept twice.
 * @throws Superseded when a later collector has written; anything else when the database cannot be asked
 */
export async function keep(fence: bigint, samples: readonly Sample[], states: ReadonlyMap<string, WatchState>): Promise<void> {
  await db().$transaction(async (tx) => {
    await keepStates(tx, fence, states);
    await keepSamples(tx, samples);
  });
}

async function keepStates(tx: Tx, fence: bigint, states: ReadonlyMap<string, WatchState>): Promise<void> {
  if (states.size === 0) return;
  const rows = [...states].map(([monitorId, { machine, sampledAt, latencyMs, message, incident }]) => ({
    monitor_id: monitorId,
    state: machine.state,
    since: isoOf(machine.since),
    announced: machine.announced,
    ok_run: machine.okRun,
    warn_run: machine.warnRun,
    fail_run: machine.failRun,
    bad_run: machine.badRun,
    sampled_at: isoOf(sampledAt),
    latency_ms: latencyMs,
    message,
    incident_id: incident?.id ?? null,
    fence: Number(fence),
  }));
  // A monitor that was deleted meanwhile has nothing to keep; the order keeps two writers from waiting for each other.
  const written = await tx.$executeRaw`
    INSERT INTO monitor_states
    SELECT r.* FROM jsonb_populate_recordset(NULL::monitor_states, ${JSON.stringify(rows)}::jsonb) r
    JOIN monitors m ON m.id = r.monitor_id ORDER BY r.monitor_id
    ON CONFLICT (monitor_id) DO UPDATE SET
      state = EXCLUDED.state, since = EXCLUDED.since, announced = EXCLUDED.announced, ok_run = EXCLUDED.ok_run, warn_run = EXCLUDED.warn_run,
      fail_run = EXCLUDED.fail_run, bad_run = EXCLUDED.bad_run, sampled_at = EXCLUDED.sampled_at, latency_ms = EXCLUDED.latency_ms,
      message = EXCLUDED.message, incident_id = EXCLUDED.incident_id, fence = EXCLUDED.fence
    WHERE monitor_states.fence <= EXCLUDED.fence`;
  if (written > 0) return;
  const left = await tx.monitor.count({ where: { id: { in: [...states.keys()] } } });
  if (left > 0) throw new Superseded('Another instance looks at services now.');
}

async function keepSamples(tx: Tx, samples: readonly Sample[]): Promise<void> {
  if (samples.length === 0) return;
  const rows = samples.map(({ monitorId, slot, at, outcome, state, latencyMs, message }) => ({
    monitor_id: monitorId, slot: isoOf(slot), at: isoOf(at), outcome, state, latency_ms: latencyMs, message,
  }));
  await tx.$executeRaw`
    INSERT INTO monitor_samples (monitor_id, slot, at, outcome, state, latency_ms, message)
    SELECT r.monitor_id, r.slot, r.at, r.outcome, r.state, r.latency_ms, r.message
    FROM jsonb_populate_recordset(NULL::monitor_samples, ${JSON.stringify(rows)}::jsonb) r
    JOIN monitors m ON m.id = r.monitor_id
    ON CONFLICT (monitor_id, slot) DO NOTHING`;
}
