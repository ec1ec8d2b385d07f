import 'server-only';
import type { StatusCode } from '@/lib/protocol/unit';
import type { AuditActor } from '@/lib/server/audit/record';
import type { Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { AppError } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { createIncidentIn } from '@/lib/server/services/incidents/create';
import { listOpenIncidents } from '@/lib/server/services/incidents/list';
import { transitionIncident } from '@/lib/server/services/incidents/transition';
import { writeEntry } from '@/lib/server/services/rooms/write';
import { assignUnit } from '@/lib/server/services/units/assign';
import { readUnits } from '@/lib/server/services/units/list';
import { setUnitStatus } from '@/lib/server/services/units/set-status';
import { isSimulating } from '@/lib/server/services/simulator/switch';
import { planMoves, type SimulatedMove } from './plan';

const SIMULATOR_LOCK = 7_114_002;
const EVERY_MS = 3_000;

let lastRoundAt = 0;

/** One round of the simulator, if it is switched on and time has come. One instance makes it, however many there are. */
export async function simulatorRound({ everyMs = EVERY_MS } = {}): Promise<void> {
  if (Date.now() - lastRoundAt < everyMs) return;
  lastRoundAt = Date.now();
  if (!(await isSimulating())) return;
  const actor = await simulatorAccount();
  if (!actor) return;
  await db().$transaction(
    async (tx) => {
      const [held] = await tx.$queryRaw<{ held: boolean }[]>`SELECT pg_try_advisory_xact_lock(${SIMULATOR_LOCK}) AS held`;
      if (!held?.held) return;
      const incidents = (await listOpenIncidents()).filter(({ source }) => source === 'simulator');
      const { items: units, codes } = await readUnits();
      for (const move of planMoves({ now: Date.now(), incidents, units }, Math.random)) await perform(actor, move, codes);
    },
    { timeout: 30_000 },
  );
}

/** People work on the same incidents: what they did first makes a move impossible, which is no failure. */
async function perform(ctx: Context, move: SimulatedMove, codes: readonly StatusCode[]): Promise<void> {
  try {
    await act(ctx, move, codes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function act(ctx: Context, move: SimulatedMove, codes: readonly StatusCode[]): Promise<unknown> {
  switch (move.act) {
    case 'call': {
      const { call, address, lat, lng, reporter } = move;
      const { title, type, priority } = call;
      const by: AuditActor = ctx;
      await db().$transaction((tx) => createIncidentIn(tx, by, { title, type, priority, location: { address, lat, lng }, reporter, source: 'simulator' }));
      return relayAfterCommit();
    }
    case 'assign':
      return assignUnit(ctx, move.unitId, { incidentId: move.incidentId });
    case 'status': {
      const code = codes.find(({ state, removed }) => state === move.state && !removed);
      return code && setUnitStatus(ctx, move.unitId, { code: code.code, ...(code.requiresNote ? { note: 'As simulated' } : {}), ...(code.requiresMinutes ? { minutes: 10 } : {}) });
    }
    case 'say':
      return writeEntry(ctx, move.incidentId, {
        kind: 'utterance',
        text: move.text,
        clientMsgId: crypto.randomUUID(),
        speaker: { role: 'unit', label: move.callSign },
      });
    case 'transition': {
      const { incident, action } = move;
      const more = action === 'complete' ? { disposition: 'resolved', releaseUnits: true } : {};
      return transitionIncident(ctx, incident.id, { action, version: incident.version, ...more });
    }
  }
}

/** The account in whose name it acts; nobody can sign in with it. Null where there is no demonstration. */
async function simulatorAccount(): Promise<Context | null> {
  const user = await db().user.findUnique({ where: { email: 'simulator@example.org' } });
  if (!user) return null;
  return { actor: { id: user.id, name: user.name, email: user.email, role: 'dispatcher' }, ip: null, userAgent: 'simulator' };
}
