import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

const INCIDENTS = 10_000;
const UNITS = 1_000;

useParts();

describe(`with ${INCIDENTS} incidents and ${UNITS} units`, () => {
  beforeAll(async () => {
    const { db } = await import('@/lib/server/db/client');
    await db().$executeRaw`
      INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at, log_seq)
      SELECT 'i' || n, 2026, n, 'Call ' || n, 'fire', 'P' || (1 + n % 4), CASE WHEN n % 100 = 0 THEN 'active' ELSE 'closed' END,
        now(), 'call', now() - n * interval '1 minute', now(), 3 FROM generate_series(1, ${INCIDENTS}) AS n`;
    await db().$executeRaw`
      INSERT INTO incident_log (id, incident_id, seq, kind, phase, speaker_role, speaker_label, text, occurred_at, recorded_at, source)
      SELECT 'i' || n || '-' || s, 'i' || n, s, 'note', 'closed', 'system', 'Watchroom', 'x', now(), now(), 'test'
      FROM generate_series(1, ${INCIDENTS}) AS n, generate_series(1, 3) AS s`;
    await db().$executeRaw`
      INSERT INTO units (id, call_sign, name, kind, station, code, state, status_since, incident_id)
      SELECT 'u' || n, 'U' || n, 'Unit ' || n, 'pumper', 'S', '6', 'available_station', now(), CASE WHEN n % 50 = 0 THEN 'i100' END
      FROM generate_series(1, ${UNITS}) AS n`;
    await db().$executeRaw`
      INSERT INTO unit_status_history (unit_id, code, state, at, actor_name)
      SELECT 'u' || (1 + n % ${UNITS}), '6', 'available_station', now() - n * interval '1 minute', 'test' FROM generate_series(1, 20000) AS n`;
    await db().$executeRaw`
      INSERT INTO bonfires (id, status, status_since, name, phone, address, municipality, starts_at, ends_at, material, extent, extinguishing, responsible, landowner_consent, source, created_at)
      SELECT 'b' || n, CASE WHEN n % 100 = 0 THEN 'registered' ELSE 'closed' END, now(), 'N', '91234567', 'A', 'M', now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '30 minutes', 'm', 'e', 'x', 'r', true, 'public', now()
      FROM generate_series(1, 10000) AS n`;
    await db().$executeRawUnsafe('ANALYZE');
  });

  const plan = async (sql: string) => {
    const { db } = await import('@/lib/server/db/client');
    const rows = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  // What Prisma asks for, without its quoting of every column.
  it.each([
    ['the newest incidents', `SELECT * FROM incidents ORDER BY created_at DESC, id DESC LIMIT 51`, 'incidents_created_idx'],
    ['a later page of them', `SELECT * FROM incidents WHERE created_at < now() - interval '5 days' OR (created_at = now() AND id < 'x') ORDER BY created_at DESC, id DESC LIMIT 51`, 'incidents_created_idx'],
    ['the open incidents', `SELECT * FROM incidents WHERE status IN ('new', 'active', 'paused', 'stable', 'completed') ORDER BY created_at DESC, id DESC LIMIT 500`, 'incidents_status_idx'],
    ['one incident by its number', `SELECT * FROM incidents WHERE year = 2026 AND ordinal = 412`, 'incidents_number_key'],
    ['a room from a number on', `SELECT * FROM incident_log WHERE incident_id = 'i77' AND seq > 1 ORDER BY seq LIMIT 500`, 'incident_log_seq_key'],
    ['a message id in a room', `SELECT * FROM incident_log WHERE incident_id = 'i77' AND client_msg_id = 'abc'`, 'incident_log_client_msg_key'],
    ['the units of an incident', `SELECT * FROM units WHERE incident_id = 'i100'`, 'units_incident_idx'],
    ['the past of a unit', `SELECT * FROM unit_status_history WHERE unit_id = 'u1' ORDER BY at DESC LIMIT 50`, 'unit_status_history_unit_idx'],
    ['the open bonfires', `SELECT * FROM bonfires WHERE status IN ('registered', 'active', 'overdue', 'reported_extinguished') ORDER BY starts_at LIMIT 500`, 'bonfires_status_idx'],
    ['the latest bonfires', `SELECT * FROM bonfires ORDER BY starts_at DESC, id DESC LIMIT 51`, 'bonfires_starts_idx'],
  ])('%s: found by an index', async (_what, sql, index) => {
    const text = await plan(sql);
    expect(text).toContain(index);
    expect(text).not.toContain('Seq Scan');
  });

  it('answers each list in a moment', async () => {
    const { listIncidents, listOpenIncidents } = await import('./list');
    const { listUnits } = await import('../units/list');
    const { listOpenBonfires } = await import('../bonfires/list-open');
    const ctx = await contextOf('observer');
    const timed = async (name: string, work: () => Promise<unknown>) => {
      await work();
      const start = performance.now();
      await work();
      return `${name} ${Math.round(performance.now() - start)} ms`;
    };
    const figures = [
      await timed('newest incidents', () => listIncidents(ctx, { view: 'all' })),
      await timed('by priority', () => listIncidents(ctx, { view: 'all', sort: 'priority' })),
      await timed('by words', () => listIncidents(ctx, { view: 'all', q: 'Call 99' })),
      await timed('open incidents', listOpenIncidents),
      await timed('units', () => listUnits(ctx)),
      await timed('open bonfires', listOpenBonfires),
    ];
    console.log(`lists: ${figures.join(', ')}`);
    expect((await listOpenIncidents()).length).toBe(100);
    expect((await listUnits(ctx)).items).toHaveLength(UNITS);
  });
});
