import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  actionsFrom,
  INCIDENT_ACTIONS,
  INCIDENT_STATUSES,
  INCIDENT_TRANSITIONS,
  type Incident,
  type IncidentAction,
  type IncidentStatus,
} from '@/lib/protocol/incident';
import { can, type Role } from '@/lib/protocol/permissions';
import { useParts } from '@/testing/use-parts';
import { contextOf, recordsOf } from '@/testing/service-world';

useParts();

const services = async () => ({
  ...(await import('./create')),
  ...(await import('./patch')),
  ...(await import('./transition')),
  ...(await import('./list')),
  ...(await import('./read')),
  ...(await import('../rooms/list')),
});

/** A way into each status, by actions. */
const WAY: Readonly<Record<IncidentStatus, readonly IncidentAction[]>> = {
  new: [],
  active: ['accept'],
  paused: ['accept', 'pause'],
  stable: ['accept', 'stabilize'],
  completed: ['accept', 'complete'],
  closed: ['accept', 'complete', 'close'],
  cancelled: ['cancel'],
  merged: ['merge'],
};

describe('an incident', () => {
  let number = 0;
  const supervisor = () => contextOf('supervisor');
  const create = async (title = `Smoke ${(number += 1)}`) =>
    (await (await services()).createIncident(await contextOf('dispatcher1'), { title, type: 'fire', priority: 'P2' })).incident;
  const body = async (action: IncidentAction) => {
    const { needs } = INCIDENT_TRANSITIONS[action];
    return {
      action,
      ...(needs.includes('reason') ? { reason: 'Because of the test' } : {}),
      ...(needs.includes('cancel_reason') ? { reason: 'false_alarm' } : {}),
      ...(needs.includes('disposition') ? { disposition: 'resolved' } : {}),
      ...(needs.includes('target') ? { targetId: (await create('The target')).id } : {}),
    };
  };
  const act = async (incident: Incident, action: IncidentAction) =>
    (await (await services()).transitionIncident(await supervisor(), incident.id, { ...(await body(action)), version: incident.version })).incident;
  const into = async (status: IncidentStatus) => {
    let incident = await create();
    for (const action of WAY[status]) incident = await act(incident, action);
    return incident;
  };
  beforeAll(services);

  for (const status of INCIDENT_STATUSES) {
    it(`that is ${status} takes exactly the actions of the table, and answers every other one with those (I1, I2)`, async () => {
      for (const action of INCIDENT_ACTIONS) {
        const incident = await into(status);
        const trying = act(incident, action);
        if (actionsFrom(status).includes(action)) {
          const { to } = INCIDENT_TRANSITIONS[action];
          expect((await trying).status).toBe(to === 'previous' ? 'new' : to);
        } else {
          await expect(trying).rejects.toMatchObject({
            code: 'not_allowed_now',
            extras: { details: { from: status, allowed: actionsFrom(status) }, fields: { current: { id: incident.id } } },
          });
        }
      }
    });
  }

  it('is changed with its audit entry, its log entry and its event, or not at all', async () => {
    const { transitionIncident } = await services();
    const incident = await create();
    const records = await recordsOf(incident.id);
    const moved = await act(incident, 'accept');
    const after = await recordsOf(incident.id);
    expect(after.audit.slice(records.audit.length)).toMatchObject([{ action: 'incident.accept', before: { status: 'new' }, after: { status: 'active' } }]);
    expect(after.events.slice(records.events.length).map((event) => event.type)).toEqual(['incident.status.changed', 'phase_transition']);
    await expect(transitionIncident(await supervisor(), incident.id, { action: 'merge', targetId: 'nobody', version: moved.version })).rejects.toMatchObject({ code: 'not_found' });
    expect(await recordsOf(incident.id)).toEqual(after);
  });

  it('is owned by whoever takes it up, unless somebody has it already, and by nobody when Watchroom does', async () => {
    const { patchIncident } = await services();
    const { settleIncident } = await import('./settle');
    const { db } = await import('@/lib/server/db/client');
    const dispatcher = await contextOf('dispatcher1');
    const taken = await act(await create(), 'accept');
    expect(taken.owner).toMatchObject({ id: (await supervisor()).actor.id });
    const { incident } = await patchIncident(await supervisor(), (await create()).id, { version: 1, ownerId: dispatcher.actor.id });
    expect((await act(incident, 'accept')).owner).toMatchObject({ id: dispatcher.actor.id });
    const settled = await create();
    await db().$transaction((tx) => settleIncident(tx, settled.id, 'It is over.', new Date()));
    expect((await db().incident.findUniqueOrThrow({ where: { id: settled.id } })).ownerId).toBeNull();
  });

  it('changed by somebody else meanwhile is refused with what it is now (I2)', async () => {
    const { patchIncident } = await services();
    const incident = await create();
    const dispatcher = await contextOf('dispatcher1');
    const first = await patchIncident(dispatcher, incident.id, { version: incident.version, priority: 'P1' });
    const second = patchIncident(await contextOf('dispatcher2'), incident.id, { version: incident.version, title: 'Something else' });
    await expect(second).rejects.toMatchObject({ code: 'stale_version', extras: { fields: { current: first.incident } } });
  });

  it('has a place by its position alone, which its address may join and leave', async () => {
    const { createIncident, patchIncident, readIncident } = await services();
    const dispatcher = await contextOf('dispatcher1');
    const long = 'Å'.repeat(300);
    const { incident } = await createIncident(dispatcher, { title: 'At sea', type: 'rescue', priority: 'P1', location: { lat: 59.05, lng: 10.6 } });
    expect(incident.location).toEqual({ address: null, lat: 59.05, lng: 10.6 });
    expect((await readIncident(dispatcher, incident.id)).incident.location).toEqual(incident.location);
    const named = await patchIncident(dispatcher, incident.id, { version: 1, location: { address: long, lat: 59.05, lng: 10.6 } });
    expect(named.incident.location).toEqual({ address: long, lat: 59.05, lng: 10.6 });
    const moved = await patchIncident(dispatcher, incident.id, { version: 2, location: { address: null, lat: 0, lng: 0 } });
    expect(moved.incident.location).toEqual({ address: null, lat: 0, lng: 0 });
    expect((await patchIncident(dispatcher, incident.id, { version: 3, location: null })).incident.location).toBeNull();
    for (const location of [{}, { address: '' }, { lat: 59 }, { address: `${long}x` }]) {
      await expect(createIncident(dispatcher, { title: 'Nowhere', type: 'other', priority: 'P4', location })).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('changed by two at the same moment takes one and refuses the other', async () => {
    const { patchIncident } = await services();
    const incident = await create();
    const both = await Promise.allSettled(
      ['One', 'Two'].map(async (title, index) => patchIncident(await contextOf(`dispatcher${index + 1}`), incident.id, { version: incident.version, title })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('created with the same message id is created once, also by two requests at once', async () => {
    const { createIncident } = await services();
    const dispatcher = await contextOf('dispatcher1');
    const input = { title: 'Once', type: 'other', priority: 'P4', clientMsgId: crypto.randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => createIncident(dispatcher, input)));
    expect(new Set(answers.map(({ incident }) => incident.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
  });

  it('gets the next number of the year, without a gap, however many are created at once', async () => {
    const before = await create();
    const made = await Promise.all(Array.from({ length: 20 }, () => create()));
    const ordinals = made.map((incident) => Number(incident.number.split('-')[1])).sort((a, b) => a - b);
    const first = Number(before.number.split('-')[1]) + 1;
    expect(ordinals).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
  });

  it('is handled by each role as far as its permissions go (A1)', async () => {
    const { transitionIncident, createIncident } = await services();
    const roles: Record<string, Role> = { observer: 'observer', dispatcher1: 'dispatcher', supervisor: 'supervisor', admin: 'admin' };
    for (const [name, role] of Object.entries(roles)) {
      const ctx = await contextOf(name);
      for (const action of INCIDENT_ACTIONS) {
        const incident = await into(INCIDENT_TRANSITIONS[action].from[0] ?? 'new');
        const trying = transitionIncident(ctx, incident.id, { ...(await body(action)), version: incident.version });
        if (can(role, INCIDENT_TRANSITIONS[action].permission)) await expect(trying).resolves.toBeTruthy();
        else await expect(trying).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
    await expect(createIncident(await contextOf('observer'), { title: 'x', type: 'fire', priority: 'P1' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('walks any way through its life with times, version, log and audit in step', async () => {
    const { transitionIncident, listEntries } = await services();
    const ctx = await supervisor();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...INCIDENT_ACTIONS), { maxLength: 12 }), async (actions) => {
        let incident = await create();
        let changes = 0;
        for (const action of actions) {
          const before = incident;
          try {
            incident = (await transitionIncident(ctx, incident.id, { ...(await body(action)), version: incident.version })).incident;
          } catch (error) {
            expect(error).toMatchObject({ code: 'not_allowed_now' });
            expect(actionsFrom(before.status)).not.toContain(action);
            continue;
          }
          changes += 1;
          expect(incident.version).toBe(before.version + 1);
          expect(incident.statusSince >= before.statusSince).toBe(true);
          expect(Boolean(incident.closedAt)).toBe(incident.status === 'closed');
          expect(Boolean(incident.completedAt)).toBe(['completed', 'closed'].includes(incident.status));
          expect(Boolean(incident.mergedIntoId)).toBe(incident.status === 'merged');
          if (!['new', 'cancelled', 'merged'].includes(incident.status)) expect(incident.activeAt).not.toBeNull();
        }
        const { items } = await listEntries(ctx, incident.id);
        expect(items.map((entry) => entry.seq)).toEqual(items.map((_, index) => index + 1));
        expect(items.filter((entry) => entry.kind === 'status')).toHaveLength(changes);
        const { audit, events } = await recordsOf(incident.id);
        expect(audit.filter((entry) => entry.action !== 'incident.create')).toHaveLength(changes);
        expect(events.filter((event) => event.type === 'incident.status.changed')).toHaveLength(changes);
      }),
      { numRuns: 15 },
    );
  });

  it('is listed by filter, page by page, each once', async () => {
    const { listIncidents } = await services();
    const ctx = await contextOf('observer');
    for (const sort of ['newest', 'oldest', 'priority']) {
      const seen: Incident[] = [];
      for (let before: string | undefined; ; ) {
        const page = await listIncidents(ctx, { view: 'all', sort, limit: 7, ...(before ? { before } : {}) });
        seen.push(...page.items);
        before = page.nextCursor;
        if (!before) break;
      }
      const whole = await listIncidents(ctx, { view: 'all', sort, limit: 500 });
      expect(seen.map(({ id }) => id).slice(0, 500)).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    }
    const [one] = (await listIncidents(ctx, { view: 'all', limit: 1 })).items;
    expect((await listIncidents(ctx, { view: 'all', q: one?.number ?? '' })).items.map(({ id }) => id)).toContain(one?.id);
    await expect(listIncidents(ctx, { before: "1'; DROP TABLE incidents" })).rejects.toMatchObject({ code: 'invalid' });
  });
});
