import 'server-only';
import { randomBytes } from 'node:crypto';
import { createMonitorSchema, monitorConfigSchema, monitorProblems, patchMonitorSchema, type Monitor } from '@/lib/protocol/monitor';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Prisma, type Tx } from '@/lib/server/db/client';
import { AppError, invalid, notFound } from '@/lib/server/errors';
import { scheduleProblem } from '@/lib/server/monitoring/heartbeat-due';
import { monitorToWire, type MonitorRow } from './to-wire';

const MOST_MONITORS = 500;
const TOKEN_BYTES = 24;

type Problem = ReturnType<typeof monitorProblems>[number];

/** Adds a monitor; the collector looks at it from its next round on. Throws AppError forbidden, invalid, not_allowed_now (too many). */
export async function createMonitor(ctx: Context, input: unknown): Promise<Monitor> {
  authorise(ctx, 'monitors.manage');
  const parsed = createMonitorSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { config, onDown, secret, ...rest } = parsed.data;
  refuse(scheduleProblems(config));
  const row = await db().$transaction(async (tx) => {
    // One at a time: the name for programs, the place in the list and the limit are read before they are taken.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('monitors:create', 0))`;
    if ((await tx.monitor.count()) >= MOST_MONITORS) throw new AppError('not_allowed_now', `There are ${MOST_MONITORS} monitors already, which is the limit. Delete one first.`);
    const last = await tx.monitor.aggregate({ _max: { position: true } });
    const id = crypto.randomUUID();
    const created = await tx.monitor.create({
      data: {
        ...rest,
        id,
        key: await freeKey(tx, rest.name, id),
        kind: config.kind,
        config,
        onDown,
        secret: takesSecret(config.kind) ? secret : null,
        position: (last._max.position ?? 0) + 1,
        pushToken: config.kind === 'push' ? randomBytes(TOKEN_BYTES).toString('hex') : null,
        createdById: ctx.actor.id,
      },
    });
    await audit(tx, ctx, 'create', created, { after: told(created) });
    return created;
  });
  return monitorToWire(row);
}

/**
 * Edits, pauses or resumes a monitor. A kind stays what it is.
 * @throws AppError forbidden, invalid, not_found, stale_version (with `current`)
 */
export async function patchMonitor(ctx: Context, monitorId: string, input: unknown): Promise<Monitor> {
  authorise(ctx, 'monitors.manage');
  const parsed = patchMonitorSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { version, paused, secret, ...wanted } = parsed.data;
  const row = await db().$transaction(async (tx) => {
    const before = await hold(tx, monitorId);
    if (before.version !== version) {
      throw new AppError('stale_version', 'Somebody else changed this monitor meanwhile. Nothing was saved; look at what changed and try again.', { fields: { current: monitorToWire(before) } });
    }
    demandFit(before, { ...wanted, secret });
    const { config, onDown, ...plain } = wanted;
    const data: Prisma.MonitorUpdateInput = {
      ...(Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Prisma.MonitorUpdateInput),
      ...(config ? { config } : {}),
      ...(onDown ? { onDown } : {}),
      ...(secret !== undefined && takesSecret(before.kind) ? { secret } : {}),
      ...(paused === undefined ? {} : { pausedAt: paused ? (before.pausedAt ?? new Date()) : null }),
      version: { increment: 1 },
    };
    const after = await tx.monitor.update({ where: { id: monitorId }, data });
    await audit(tx, ctx, paused === undefined ? 'change' : paused ? 'pause' : 'resume', after, { before: told(before), after: told(after) });
    return after;
  });
  return monitorToWire(row);
}

/** Deletes a monitor with its history. Throws AppError forbidden, not_found, not_allowed_now (it comes with Watchroom). */
export async function deleteMonitor(ctx: Context, monitorId: string): Promise<void> {
  authorise(ctx, 'monitors.manage');
  await db().$transaction(async (tx) => {
    const row = await hold(tx, monitorId);
    if (row.builtin) throw new AppError('not_allowed_now', `${row.name} comes with Watchroom and cannot be deleted. Pause it instead.`);
    await tx.monitor.delete({ where: { id: monitorId } });
    await audit(tx, ctx, 'delete', row, { before: told(row) });
  });
}

async function hold(tx: Tx, monitorId: string): Promise<MonitorRow> {
  await tx.$queryRaw`SELECT id FROM monitors WHERE id = ${monitorId} FOR UPDATE`;
  const row = await tx.monitor.findUnique({ where: { id: monitorId } });
  if (!row) throw notFound('This monitor');
  return row;
}

/** What is left out stays as it is, so only the whole can be judged. */
function demandFit(before: MonitorRow, wanted: { [K in 'config' | 'intervalMs' | 'timeoutMs' | 'warnLatencyMs']?: Monitor[K] | undefined } & { secret?: string | null | undefined }): void {
  const config = wanted.config ?? monitorConfigSchema.parse(before.config);
  const problems = monitorProblems({
    config,
    intervalMs: wanted.intervalMs ?? before.intervalMs,
    timeoutMs: wanted.timeoutMs ?? before.timeoutMs,
    warnLatencyMs: wanted.warnLatencyMs === undefined ? before.warnLatencyMs : wanted.warnLatencyMs,
    secret: wanted.secret,
  });
  problems.push(...scheduleProblems(config));
  if (config.kind !== before.kind) problems.push({ path: ['config', 'kind'], message: 'The kind of a monitor stays. Make another one instead.' });
  refuse(problems);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new AppError('invalid', 'Some of this cannot be accepted. Nothing was saved.', { details: problems.map(({ path, message }) => ({ path: path.join('.'), message })) });
}

/** What the one who reads schedules says of it. Only the server has that reader. */
function scheduleProblems(config: Monitor['config']): Problem[] {
  const message = config.kind === 'push' && config.schedule ? scheduleProblem(config.schedule, Date.now()) : null;
  return message === null ? [] : [{ path: ['config', 'schedule', 'cron'], message }];
}

/** A name for programs: from its name, made unlike all others. */
async function freeKey(tx: Tx, name: string, id: string): Promise<string> {
  const key = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'monitor';
  return (await tx.monitor.count({ where: { key } })) === 0 ? key : `${key}-${id.slice(0, 8)}`;
}

function takesSecret(kind: string): boolean {
  return kind === 'postgres' || kind === 'redis';
}

function audit(tx: Tx, ctx: Context, act: string, row: MonitorRow, facts: { before?: Prisma.InputJsonValue; after?: Prisma.InputJsonValue }): Promise<void> {
  return recordAudit(tx, ctx, {
    category: 'monitors',
    action: `monitor.${act}`,
    targetType: 'monitor',
    targetId: row.id,
    summary: `${act[0]?.toUpperCase()}${act.slice(1)} of the monitor ${row.name}`,
    ...facts,
  });
}

/** What the audit keeps of a monitor: neither its secret nor the token of its heartbeats. */
function told(row: MonitorRow): Prisma.InputJsonObject {
  return { ...monitorToWire(row), pushPath: null };
}
