import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BONFIRE_ACTIONS, BONFIRE_STATUSES, BONFIRE_TRANSITIONS, bonfireActionsFrom, bonfirePlace, bonfireReference, type BonfireAction, type BonfireStatus } from '@/lib/protocol/bonfire';
import type { Role } from '@/lib/protocol/permissions';
import type { Context } from '@/lib/server/context';
import { useParts } from '@/testing/use-parts';

useParts();

const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR);

const load = async () => {
  const [{ db }, { createBonfire }, { registerPublicBonfire }, { listBonfires }, { listOpenBonfires }, { transitionBonfire }, { watchBonfires }] = await Promise.all([
    import('@/lib/server/db/client'),
    import('./create'),
    import('./register-public'),
    import('./list'),
    import('./list-open'),
    import('./transition'),
    import('./watch'),
  ]);
  return { db, createBonfire, registerPublicBonfire, listBonfires, listOpenBonfires, transitionBonfire, watchBonfires };
};

function as(role: Role): Context {
  return { actor: { id: role, name: `The ${role}`, email: `${role}@example.org`, role }, ip: '192.0.2.7', userAgent: 'test' };
}
const dispatcher = as('dispatcher');

function notice(patch: object = {}) {
  return {
    name: 'Ola Nordmann',
    phone: '+47 912 34 567',
    place: { address: 'Strandveien 1', lat: 59.8, lng: 10.5 },
    municipality: 'Asker',
    startsAt: from(1).toISOString(),
    endsAt: from(4).toISOString(),
    material: 'Branches',
    extent: '2 m wide',
    extinguishing: 'Hose',
    responsible: 'Ola Nordmann',
    landownerConsent: true,
    ...patch,
  };
}

/** A notice as it stands in the table, whatever way led there. */
async function stored(status: BonfireStatus, startsAt = from(1), endsAt = from(4)): Promise<string> {
  const { db } = await load();
  const { place, ...fields } = notice();
  const { id } = await db().bonfire.create({
    data: { ...fields, ...place, id: crypto.randomUUID(), status, statusSince: new Date(), startsAt, endsAt, source: 'dispatcher', createdAt: new Date() },
  });
  return id;
}

/** What the database holds of one notice: its row, and the words of its audit entries and events, in order. */
async function traces(id: string) {
  const { db } = await load();
  const [row, audit, events] = await Promise.all([
    db().bonfire.findUniqueOrThrow({ where: { id } }),
    db().auditEntry.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } }),
    db().outboxEvent.findMany({ where: { topic: 'bonfires', json: { contains: id } }, orderBy: { id: 'asc' } }),
  ]);
  return { row, audit, actions: audit.map(({ action }) => action), events: events.map(({ type }) => type), audiences: events.map(({ audience }) => audience) };
}

beforeAll(async () => {
  const { db } = await load();
  for (const role of ['dispatcher', 'observer'] as const) {
    await db().user.create({ data: { id: role, email: `${role}@example.org`, name: `The ${role}`, role, passwordHash: 'x' } });
  }
});

beforeEach(async () => {
  const { db } = await load();
  await db().bonfire.deleteMany();
});

describe('registering', () => {
  it('writes the row, an audit entry and an event for all who read bonfires', async () => {
    const { createBonfire } = await load();
    const { bonfire, created } = await createBonfire(dispatcher, notice());
    expect(created).toBe(true);
    expect(bonfire).toMatchObject({ status: 'registered', version: 1, source: 'dispatcher', createdBy: { id: 'dispatcher' }, place: { lat: 59.8 } });
    const { actions, events, audiences, audit } = await traces(bonfire.id);
    expect([actions, events]).toEqual([['bonfire.register'], ['bonfire.created']]);
    expect(audiences).toEqual([[{ permission: 'bonfires.read' }]]);
    expect(audit[0]).toMatchObject({ actorId: 'dispatcher', ip: '192.0.2.7', outcome: 'success' });
  });

  it('takes the same clientMsgId once, also when both arrive together', async () => {
    const { createBonfire, db } = await load();
    const clientMsgId = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => createBonfire(dispatcher, notice({ clientMsgId }))));
    expect(new Set(answers.map(({ bonfire }) => bonfire.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(await db().bonfire.count()).toBe(1);
    const { events } = await traces(answers[0]?.bonfire.id ?? '');
    expect(events).toEqual(['bonfire.created']);
  });

  it('tells nobody of a notice that somebody else has sent under the same clientMsgId', async () => {
    const { createBonfire, registerPublicBonfire } = await load();
    const clientMsgId = crypto.randomUUID();
    await createBonfire(dispatcher, notice({ clientMsgId }));
    await expect(registerPublicBonfire({ ip: null, userAgent: null }, notice({ clientMsgId }))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not for observers, and not for what does not fit', async () => {
    const { createBonfire, db } = await load();
    await expect(createBonfire(as('observer'), notice())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(createBonfire(dispatcher, notice({ phone: 'x', surprise: 1 }))).rejects.toMatchObject({ code: 'invalid' });
    expect(await db().bonfire.count()).toBe(0);
  });

  it('from the public form answers with a reference and names no person in the audit', async () => {
    const { registerPublicBonfire, db } = await load();
    const sent = notice({ clientMsgId: crypto.randomUUID(), startsAt: '2099-04-15T10:00:00Z', endsAt: '2099-04-15T12:00:00Z' });
    const answer = await registerPublicBonfire({ ip: '192.0.2.9', userAgent: 'phone' }, sent);
    expect(answer).toEqual({ reference: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/), inBanPeriod: true, held: false });
    expect(await registerPublicBonfire({ ip: '192.0.2.9', userAgent: 'phone' }, sent)).toEqual(answer);
    const row = await db().bonfire.findFirstOrThrow();
    expect(row).toMatchObject({ source: 'public', createdById: null });
    const { audit, events } = await traces(row.id);
    expect(events).toEqual(['bonfire.created']);
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ actorId: null, actorName: 'Public form', role: null, ip: '192.0.2.9' });
    expect(JSON.stringify([audit[0]?.summary, audit[0]?.after])).not.toMatch(/Nordmann|912|Strandveien/);
  });
});

describe('a burst of notices from strangers', () => {
  const stranger = { ip: '192.0.2.9', userAgent: 'phone' };
  const send = async (address: string) => (await load()).registerPublicBonfire(stranger, notice({ place: { address } }));
  const held = async () => (await load()).db().bonfire.findMany({ where: { held: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  /** The events about bonfires since the test began, and who hears them. */
  const told = async (from: Date) => (await load()).db().outboxEvent.findMany({ where: { topic: 'bonfires', createdAt: { gte: from } }, orderBy: { id: 'asc' } });
  const loadHeld = async () => ({ ...(await import('./list-held')), ...(await import('./decide-held')) });

  /** Ten that came through, and three that wait, sent all at once. */
  async function burst() {
    const answers = await Promise.all(Array.from({ length: 13 }, (_, n) => send(`Burst ${n}`)));
    return { answers, waiting: await held() };
  }

  it('waits for a look from the eleventh on, however many come at once, and its senders are told so', async () => {
    const from = new Date();
    const { answers, waiting } = await burst();
    expect(answers.filter((answer) => answer.held)).toHaveLength(3);
    expect(waiting.map(({ id }) => bonfireReference(id)).sort()).toEqual(answers.filter((answer) => answer.held).map(({ reference }) => reference).sort());
    const events = await told(from);
    expect(events.filter(({ type }) => type === 'bonfire.created')).toHaveLength(10);
    const counts = events.filter(({ type }) => type === 'bonfire.held');
    expect(counts.map(({ json }) => (JSON.parse(json) as { data: object }).data)).toEqual([{ waiting: 1 }, { waiting: 2 }, { waiting: 3 }]);
    expect(counts.every(({ audience }) => JSON.stringify(audience) === JSON.stringify([{ permission: 'bonfires.write' }]))).toBe(true);
    for (const { id } of waiting) expect(events.some(({ json }) => json.includes(id))).toBe(false);
    expect((await traces(waiting[0]?.id ?? '')).actions).toEqual(['bonfire.hold']);
  });

  it('holds up neither the telephone nor those that come when it is over', async () => {
    const { createBonfire, db } = await load();
    await burst();
    expect((await createBonfire(dispatcher, notice())).bonfire.held).toBe(false);
    await db().bonfire.updateMany({ where: { source: 'public' }, data: { createdAt: from(-0.2) } });
    expect((await send('Later')).held).toBe(false);
  });

  it('stands in no list and on no snapshot, is not lit by the clock, and cannot be moved on', async () => {
    const { listBonfires, listOpenBonfires, transitionBonfire, watchBonfires, db } = await load();
    const { waiting } = await burst();
    await db().bonfire.updateMany({ where: { held: true }, data: { startsAt: from(-1) } });
    const ids = new Set(waiting.map(({ id }) => id));
    const shown = [...(await listOpenBonfires()), ...(await listBonfires(dispatcher, { view: 'all' })).items, ...(await listBonfires(dispatcher, {})).items];
    expect(shown.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(shown).toHaveLength(30);
    await watchBonfires();
    expect((await held()).map(({ status }) => status)).toEqual(['registered', 'registered', 'registered']);
    await expect(transitionBonfire(dispatcher, waiting[0]?.id ?? '', { action: 'activate', version: 1 })).rejects.toMatchObject({ code: 'not_allowed_now', message: expect.stringMatching(/Take it in or refuse it/) });
  });

  it('is listed oldest first for those who handle notices, with how many there are', async () => {
    const { listHeldBonfires } = await loadHeld();
    const { waiting } = await burst();
    const list = await listHeldBonfires(dispatcher);
    expect([list.waiting, list.items.map(({ id }) => id)]).toEqual([3, waiting.map(({ id }) => id)]);
    await expect(listHeldBonfires(as('observer'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is registered when it is taken in, once, though two do it at the same time', async () => {
    const { decideHeld } = await loadHeld();
    const { watchBonfires } = await load();
    const { waiting } = await burst();
    const ids = waiting.map(({ id }) => id);
    const both = await Promise.all([1, 2].map(() => decideHeld(dispatcher, { ids, decision: 'take_in' })));
    expect(both.map(({ items }) => items.length).sort()).toEqual([0, 3]);
    for (const id of ids) {
      const { row, actions, events, audit } = await traces(id);
      expect([row.held, row.status, row.version, actions, events]).toEqual([false, 'registered', 2, ['bonfire.hold', 'bonfire.take_in'], ['bonfire.created']]);
      expect(audit[1]).toMatchObject({ actorId: 'dispatcher' });
    }
    expect(await held()).toEqual([]);
    const { db } = await load();
    await db().bonfire.updateMany({ where: { id: { in: ids } }, data: { startsAt: from(-1) } });
    await watchBonfires();
    expect((await traces(ids[0] ?? '')).row.status).toBe('active');
  });

  it('is rejected with the reason when it is refused, without a word to every screen', async () => {
    const { decideHeld } = await loadHeld();
    const { waiting } = await burst();
    const [first, second] = waiting.map(({ id }) => id);
    await expect(decideHeld(dispatcher, { ids: [first], decision: 'refuse' })).rejects.toMatchObject({ code: 'invalid' });
    const answer = await decideHeld(dispatcher, { ids: [first, crypto.randomUUID()], decision: 'refuse', reason: 'No such street' });
    expect(answer).toMatchObject({ items: [{ id: first, status: 'rejected', statusReason: 'No such street', held: false }], waiting: 2 });
    expect(await traces(first ?? '')).toMatchObject({ actions: ['bonfire.hold', 'bonfire.reject'], events: [] });
    await expect(decideHeld(as('observer'), { ids: [second], decision: 'take_in' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decideHeld(dispatcher, { ids: [], decision: 'take_in' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(decideHeld(dispatcher, { ids: Array.from({ length: 101 }, () => first), decision: 'take_in' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await held()).toHaveLength(2);
  });

  it('answers one that is sent again as before, also when it was taken in meanwhile', async () => {
    const { registerPublicBonfire } = await load();
    const { decideHeld } = await loadHeld();
    await burst();
    const again = notice({ clientMsgId: crypto.randomUUID() });
    const first = await registerPublicBonfire(stranger, again);
    expect(first.held).toBe(true);
    expect(await registerPublicBonfire(stranger, again)).toEqual(first);
    await decideHeld(dispatcher, { ids: (await held()).map(({ id }) => id), decision: 'take_in' });
    expect(await registerPublicBonfire(stranger, again)).toEqual({ ...first, held: false });
  });

  it('is refused beyond a thousand that wait: nobody would ever look at them', async () => {
    const { db } = await load();
    await burst();
    const [one] = await held();
    if (!one) throw new Error('None waits.');
    await db().bonfire.createMany({ data: Array.from({ length: 997 }, () => ({ ...one, id: crypto.randomUUID(), clientMsgId: null })) });
    await expect(send('One too many')).rejects.toMatchObject({ code: 'too_many_requests', extras: { retryAfterSeconds: 600 } });
    expect(await held()).toHaveLength(1_000);
  });
});

const everyPair = BONFIRE_STATUSES.flatMap((status) => BONFIRE_ACTIONS.map((action) => [status, action] as const));
const byPerson = (status: BonfireStatus, action: BonfireAction) => bonfireActionsFrom(status).includes(action);

describe('moving on', () => {
  it.each(everyPair.filter(([status, action]) => byPerson(status, action)))('%s: %s is done, written and told', async (status, action) => {
    const { transitionBonfire } = await load();
    const id = await stored(status);
    const { bonfire, incident } = await transitionBonfire(dispatcher, id, { action, version: 1, reason: 'Because' });
    const { to } = BONFIRE_TRANSITIONS[action];
    expect(bonfire).toMatchObject({ status: to, version: 2, statusReason: 'Because' });
    expect(Boolean(incident)).toBe(action === 'escalate');
    const { row, audit, actions, events } = await traces(id);
    expect(row).toMatchObject({ status: to, version: 2 });
    expect([actions, events]).toEqual([[`bonfire.${action}`], ['bonfire.status.changed']]);
    expect(audit[0]).toMatchObject({ actorId: 'dispatcher', before: { status }, after: { status: to } });
  });

  it.each(everyPair.filter(([status, action]) => !byPerson(status, action)))('%s: %s is refused with what is allowed, and leaves no trace', async (status, action) => {
    const { transitionBonfire } = await load();
    const id = await stored(status);
    await expect(transitionBonfire(dispatcher, id, { action, version: 1, reason: 'Because' })).rejects.toMatchObject({
      code: 'not_allowed_now',
      extras: { details: { from: status, allowed: bonfireActionsFrom(status) } },
    });
    const { row, audit, events } = await traces(id);
    expect([row.status, row.version, audit, events]).toEqual([status, 1, [], []]);
  });

  it('refuses a stale version with the current notice; of two at once one wins', async () => {
    const { transitionBonfire } = await load();
    const id = await stored('registered');
    const both = await Promise.allSettled((['activate', 'cancel'] as const).map((action) => transitionBonfire(dispatcher, id, { action, version: 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(transitionBonfire(dispatcher, id, { action: 'report_extinguished', version: 1 })).rejects.toMatchObject({
      code: 'stale_version',
      extras: { fields: { current: { id, version: 2 } } },
    });
  });

  it('is not for observers, and not for what does not exist', async () => {
    const { transitionBonfire } = await load();
    const id = await stored('registered');
    await expect(transitionBonfire(as('observer'), id, { action: 'activate', version: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(transitionBonfire(dispatcher, 'nowhere', { action: 'activate', version: 1 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(transitionBonfire(dispatcher, id, { action: 'reject', version: 1 })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('an escalation makes one incident and links it', async () => {
    const { transitionBonfire, db } = await load();
    const id = await stored('overdue');
    const { bonfire, incident } = await transitionBonfire(dispatcher, id, { action: 'escalate', version: 1, priority: 'P1' });
    expect(bonfire.incidentId).toBe(incident?.id);
    expect(incident).toMatchObject({ type: 'fire', priority: 'P1', source: 'bonfire', externalId: id, location: { address: 'Strandveien 1, Asker', lat: 59.8, lng: 10.5 } });
    expect(incident?.title).toBe('Bonfire out of control: Strandveien 1, Asker');
    expect(await db().incident.count({ where: { externalId: id } })).toBe(1);
    expect(await db().outboxEvent.count({ where: { type: 'incident.created', json: { contains: id } } })).toBe(1);
  });

  it('an escalation opens the log with what the notice says, and names persons only where contacts are read', async () => {
    const { createBonfire, transitionBonfire, db } = await load();
    const said = notice({ name: 'Ola Moen', responsible: 'Kari Lie', phone: '+47 912 34 567', extent: '4 m high', startsAt: '2099-01-15T10:00:00Z', endsAt: '2099-01-15T12:30:00Z' });
    const made = await createBonfire(dispatcher, said);
    const lit = await transitionBonfire(dispatcher, made.bonfire.id, { action: 'activate', version: made.bonfire.version });
    const { incident } = await transitionBonfire(dispatcher, made.bonfire.id, { action: 'escalate', version: lit.bonfire.version, priority: 'P1' });
    expect(incident?.reporter).toBe('Ola Moen, +47 912 34 567; watches the fire: Kari Lie');
    const [first] = await db().incidentLogEntry.findMany({ where: { incidentId: incident?.id ?? '' }, orderBy: { seq: 'asc' } });
    expect(first?.text.split('\n')).toEqual([
      `Came in as P1 fire from bonfire notice ${bonfireReference(made.bonfire.id)}`,
      'Place: Strandveien 1, Asker',
      'Announced for: 2099-01-15 11:00 to 2099-01-15 13:30, Norwegian time',
      'Material: Branches',
      'Extent: 4 m high',
      'To put it out: Hose',
    ]);
  });

  it.each([
    ['Fjellvegen 12', 'Hamar', 'Fjellvegen 12, Hamar'],
    ['Fjellvegen 12, 2317 hamar', 'Hamar', 'Fjellvegen 12, 2317 hamar'],
    ['Os gate 3', 'Os', 'Os gate 3, Os'],
    ['Hamar', 'Hamar', 'Hamar, Hamar'],
    ['x'.repeat(300), 'Hamar', `${'x'.repeat(292)}…, Hamar`],
  ])('an escalation takes %s in %s along with its municipality', async (address, municipality, expected) => {
    const { createBonfire, transitionBonfire, db } = await load();
    const made = await createBonfire(dispatcher, notice({ place: { address }, municipality, startsAt: new Date().toISOString() }));
    const lit = await transitionBonfire(dispatcher, made.bonfire.id, { action: 'activate', version: made.bonfire.version });
    const { incident } = await transitionBonfire(dispatcher, made.bonfire.id, { action: 'escalate', version: lit.bonfire.version });
    expect(incident?.location).toEqual({ address: expected, lat: null, lng: null });
    expect(await db().incidentLogEntry.count({ where: { incidentId: incident?.id ?? '', text: { contains: `Place: ${bonfirePlace({ place: { address }, municipality })}` } } })).toBe(1);
  });

  it('refuses an address of more than 300 characters, and a place without one', async () => {
    const { createBonfire } = await load();
    await expect(createBonfire(dispatcher, notice({ place: { address: 'x'.repeat(301) } }))).rejects.toMatchObject({ code: 'invalid' });
    await expect(createBonfire(dispatcher, notice({ place: { lat: 59.8, lng: 10.5 } }))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('an escalation that cannot be written to the end leaves nothing behind', async () => {
    const { transitionBonfire, db } = await load();
    const id = await stored('active');
    await db().$executeRaw`ALTER TABLE audit_entries ADD CONSTRAINT refuse_it CHECK (action <> 'bonfire.escalate') NOT VALID`;
    try {
      await expect(transitionBonfire(dispatcher, id, { action: 'escalate', version: 1 })).rejects.toThrow();
    } finally {
      await db().$executeRaw`ALTER TABLE audit_entries DROP CONSTRAINT refuse_it`;
    }
    expect(await traces(id)).toMatchObject({ row: { status: 'active', version: 1, incidentId: null }, actions: [], events: [] });
    expect(await db().incident.count({ where: { externalId: id } })).toBe(0);
    expect(await db().outboxEvent.count({ where: { json: { contains: id } } })).toBe(0);
  });
});

describe('the watch over the clock', () => {
  it('lights what has begun and marks what is past its end, each once though three run at once', async () => {
    const { watchBonfires } = await load();
    const begun = await stored('registered', from(-1), from(1));
    const past = await stored('active', from(-3), from(-1));
    const later = await stored('registered', from(1), from(2));
    const burning = await stored('active', from(-1), from(1));
    const out = await stored('reported_extinguished', from(-3), from(-1));
    await Promise.all([watchBonfires(), watchBonfires(), watchBonfires()]);
    expect(await traces(begun)).toMatchObject({ row: { status: 'active', version: 2 }, actions: ['bonfire.activate'], events: ['bonfire.status.changed'] });
    expect(await traces(past)).toMatchObject({ row: { status: 'overdue', version: 2 }, actions: ['bonfire.mark_overdue'], events: ['bonfire.status.changed'] });
    for (const id of [later, burning, out]) expect(await traces(id)).toMatchObject({ row: { version: 1 }, actions: [], events: [] });
    expect((await traces(past)).audit[0]).toMatchObject({ actorId: null, actorName: 'Watchroom' });
  });

  it('takes a notice whose whole time has passed through both, one round each', async () => {
    const { watchBonfires } = await load();
    const id = await stored('registered', from(-3), from(-1));
    await watchBonfires();
    await watchBonfires();
    await watchBonfires();
    expect((await traces(id)).actions).toEqual(['bonfire.activate', 'bonfire.mark_overdue']);
  });
});

describe('lists', () => {
  it('give the latest start first, page by page, without a gap or a repetition', async () => {
    const { listBonfires } = await load();
    const together = from(5);
    const ids = new Set<string>();
    for (const start of [together, together, together, from(1), from(2), from(3), from(4)]) ids.add(await stored('registered', start, from(8)));
    await stored('closed', from(6), from(8));
    const seen: { id: string; startsAt: string }[] = [];
    for (let before: string | undefined; ; ) {
      const { items, nextCursor } = await listBonfires(dispatcher, { view: 'open', limit: '2', ...(before ? { before } : {}) });
      seen.push(...items);
      if (!nextCursor) break;
      before = nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id))).toEqual(ids);
    expect(seen).toHaveLength(ids.size);
    const starts = seen.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([...starts].sort().reverse());
    expect((await listBonfires(dispatcher, { view: 'all' })).items).toHaveLength(ids.size + 1);
  });

  it.each([{ view: 'mine' }, { limit: '501' }, { limit: '0' }, { limit: 'x' }, { before: 'x' }, { day: '2026-02-30' }, { day: 'today' }])('refuse %j', async (query) => {
    const { listBonfires } = await load();
    await expect(listBonfires(dispatcher, query)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('show a day in Norway with all that touches it, over midnight and through summer time', async () => {
    const { listBonfires } = await load();
    const at = (start: string, end: string) => stored('closed', new Date(start), new Date(end));
    const on = async (day: string) => (await listBonfires(dispatcher, { day })).items.map(({ id }) => id);

    const overMidnight = await at('2026-06-23T20:00:00Z', '2026-06-23T23:00:00Z');
    expect([await on('2026-06-23'), await on('2026-06-24'), await on('2026-06-22')]).toEqual([[overMidnight], [overMidnight], []]);

    // Ends as the day begins, and begins as it ends: neither touches it.
    await at('2026-11-19T20:00:00Z', '2026-11-19T23:00:00Z');
    await at('2026-11-20T23:00:00Z', '2026-11-21T01:00:00Z');
    expect(await on('2026-11-20')).toEqual([]);

    // 29 March has 23 hours: its end lies at 22:00 UTC. 25 October has 25: its end lies at 23:00 UTC.
    const spring = await at('2026-03-29T21:30:00Z', '2026-03-29T21:45:00Z');
    const afterSpring = await at('2026-03-29T22:15:00Z', '2026-03-29T22:45:00Z');
    expect([await on('2026-03-29'), await on('2026-03-30')]).toEqual([[spring], [afterSpring]]);
    const autumn = await at('2026-10-25T22:15:00Z', '2026-10-25T22:45:00Z');
    expect([await on('2026-10-25'), await on('2026-10-26')]).toEqual([[autumn], []]);
  });

  it('hold for the snapshot what is open, by its start', async () => {
    const { listOpenBonfires } = await load();
    const second = await stored('active', from(2), from(3));
    const first = await stored('reported_extinguished', from(1), from(3));
    await stored('escalated', from(0), from(3));
    expect((await listOpenBonfires()).map(({ id }) => id)).toEqual([first, second]);
  });
});
