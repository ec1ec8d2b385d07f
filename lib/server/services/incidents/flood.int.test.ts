import { beforeAll, describe, expect, it } from 'vitest';
import { countOpen } from '@/lib/protocol/incident-totals';
import { contextOf, fillUnits } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

const NEW = 1_200;

useParts();

describe(`with more than ${NEW} incidents open`, () => {
  const read = async () => {
    const { readSnapshot } = await import('../board/snapshot');
    return (await readSnapshot(await contextOf('observer'))).board;
  };
  beforeAll(async () => {
    const { db } = await import('@/lib/server/db/client');
    await fillUnits();
    // The oldest are worked on: one of each status, and one that is new but has a unit.
    await db().$executeRaw`
      INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at)
      SELECT 'i' || n, 2025, n, 'Call ' || n, 'fire', CASE WHEN n % 4 = 0 THEN 'P1' ELSE 'P3' END,
        CASE n WHEN 1 THEN 'active' WHEN 2 THEN 'paused' WHEN 3 THEN 'stable' WHEN 4 THEN 'completed' WHEN 6 THEN 'closed' ELSE 'new' END,
        now(), 'call', now() - interval '1 day' + n * interval '1 second', now() FROM generate_series(1, ${NEW}) AS n`;
    await db().unit.update({ where: { id: 'unit-H11' }, data: { incidentId: 'i5' } });
  });

  it('a page holds all that are worked on and the newest of the others, in order', async () => {
    const { incidents } = await read();
    expect(incidents).toHaveLength(500);
    expect(incidents.slice(-4).map(({ id }) => id)).toEqual(['i5', 'i3', 'i2', 'i1']);
    expect(incidents[0]?.id).toBe(`i${NEW}`);
    expect(incidents.map(({ id }) => id)).not.toContain('i4');
  });

  it('the totals count those as well that no page holds, and name the events that they have in them', async () => {
    const { totals } = await read();
    if (!totals) throw new Error('There are no totals.');
    expect([countOpen(totals), countOpen(totals, { statuses: ['active'] }), countOpen(totals, { statuses: ['completed'] })]).toEqual([NEW - 1, 1, 1]);
    expect(countOpen(totals, { priority: 'P1' })).toBe(NEW / 4);

    const { createIncident } = await import('./create');
    const { db } = await import('@/lib/server/db/client');
    const { incident } = await createIncident(await contextOf('dispatcher1'), { title: 'One more', type: 'fire', priority: 'P1' });
    const event = await db().outboxEvent.findFirstOrThrow({ where: { type: 'incident.created', json: { contains: incident.id } } });
    const { readOpenTotals } = await import('./totals');
    const after = await readOpenTotals();
    expect(countOpen(after)).toBe(NEW);
    expect(after.counted).toContain(event.eventId);
  });

  it('a list says with its first page how many there are', async () => {
    const { listIncidents } = await import('./list');
    const ctx = await contextOf('observer');
    const first = await listIncidents(ctx, { view: 'new' });
    expect([first.items.length, first.total]).toEqual([50, NEW - 4]);
    expect(await listIncidents(ctx, { view: 'new', before: first.nextCursor })).not.toHaveProperty('total');
  });

  it('a changed priority is told with what it was', async () => {
    const { patchIncident } = await import('./patch');
    const { db } = await import('@/lib/server/db/client');
    await patchIncident(await contextOf('dispatcher1'), 'i9', { version: 1, priority: 'P2' });
    const { json } = await db().outboxEvent.findFirstOrThrow({ where: { type: 'incident.updated' } });
    expect(JSON.parse(json)).toMatchObject({ data: { priorityBefore: 'P3', incident: { priority: 'P2' } } });
  });
});
