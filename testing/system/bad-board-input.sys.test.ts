import { beforeAll, describe, expect, it } from 'vitest';
import { incidentChangedSchema, unitListSchema } from '@/lib/protocol/board-answers';
import { errorBodySchema } from '@/lib/protocol/errors';
import type { Incident } from '@/lib/protocol/incident';
import { people, type Person } from '../person';
import type { Answer } from '../request';
import { useBoard } from '../use-board';

const SIGN_OF_A_STACK = /\n\s+at |node_modules|\.tsx?:\d+|\.js:\d+|prisma|postgres/i;

describe('bad input about incidents, rooms and units', () => {
  const board = useBoard();
  let dispatcher: Person;
  let observer: Person;
  let admin: Person;
  let incident: Incident;
  let unitId: string;
  let before: unknown;

  const counts = () =>
    board().sql(`SELECT (SELECT count(*) FROM incidents) AS incidents, (SELECT count(*) FROM incident_log) AS entries,
      (SELECT count(*) FROM unit_status_history) AS statuses, (SELECT count(*) FROM outbox_events) AS events, (SELECT count(*) FROM audit_entries) AS audit`);
  const good = { title: 'A good call', type: 'fire', priority: 'P2' };
  const said = (more: object = {}) => ({ kind: 'utterance', text: 'Heard', clientMsgId: crypto.randomUUID(), ...more });

  beforeAll(async () => {
    [dispatcher, observer, admin] = (await people(board().app.url, 'dispatcher1', 'observer', 'admin')) as [Person, Person, Person];
    incident = incidentChangedSchema.parse((await dispatcher.post('/api/incidents', good)).json()).incident;
    unitId = unitListSchema.parse((await dispatcher.get('/api/units')).json()).items[0]?.id ?? '';
    before = await counts();
  });

  const create = (more: object) => dispatcher.post('/api/incidents', { ...good, ...more });
  const patch = (body: object) => dispatcher.post(`/api/incidents/${incident.id}`, body, { method: 'PATCH' });
  const move = (body: object, who = dispatcher) => who.post(`/api/incidents/${incident.id}/transitions`, body);
  const write = (body: object, who = dispatcher) => who.post(`/api/incidents/${incident.id}/log`, body);
  const status = (body: object, who = dispatcher) => who.post(`/api/units/${unitId}/status`, body);

  const refusals: [what: string, call: () => Promise<Answer>, status: number, code: string, path?: string][] = [
    ['an incident without a title', () => create({ title: ' ' }), 422, 'invalid', 'title'],
    ['an unknown priority', () => create({ priority: 'P0' }), 422, 'invalid', 'priority'],
    ['an unknown type', () => create({ type: 'ufo' }), 422, 'invalid', 'type'],
    ['a latitude of 91', () => create({ location: { address: 'North of north', lat: 91, lng: 10 } }), 422, 'invalid', 'location.lat'],
    ['a longitude of -181', () => create({ location: { address: 'West of west', lat: 60, lng: -181 } }), 422, 'invalid', 'location.lng'],
    ['half a position', () => create({ location: { address: 'Somewhere', lat: 60 } }), 422, 'invalid', 'location.lng'],
    ['a place that is nowhere', () => create({ location: {} }), 422, 'invalid', 'location.address'],
    ['an address of 301 characters', () => create({ location: { address: 'x'.repeat(301) } }), 422, 'invalid', 'location.address'],
    ['a position in words', () => create({ location: { address: 'Somewhere', lat: '60', lng: '10' } }), 422, 'invalid', 'location.lat'],
    ['a status that only the server sets', () => create({ status: 'closed' }), 422, 'invalid', 'status'],
    ['an incident of an observer', () => observer.post('/api/incidents', good), 403, 'forbidden'],
    ['a change without a version', () => patch({ title: 'New' }), 422, 'invalid', 'version'],
    ['a change of nothing', () => patch({ version: 1 }), 422, 'invalid'],
    ['an owner who does not exist', () => patch({ version: 1, ownerId: 'nobody' }), 404, 'not_found'],
    ['a change of an incident that does not exist', () => dispatcher.post('/api/incidents/none', { version: 1, title: 'New' }, { method: 'PATCH' }), 404, 'not_found'],
    ['an id with a NUL', () => dispatcher.get('/api/incidents/a%00b'), 400, 'malformed'],
    ['an unknown action', () => move({ action: 'explode', version: 1 }), 422, 'invalid', 'action'],
    ['an action that is a name of the language', () => move({ action: 'constructor', version: 1 }), 422, 'invalid', 'action'],
    ['a cancellation for no reason', () => move({ action: 'cancel', version: 1 }), 422, 'invalid', 'reason'],
    ['a cancellation for a reason of one’s own', () => move({ action: 'cancel', version: 1, reason: 'bored' }), 422, 'invalid', 'reason'],
    ['a completion without an outcome', () => move({ action: 'complete', version: 1 }), 422, 'invalid', 'disposition'],
    ['a merger into itself', () => move({ action: 'merge', version: 1, targetId: incident.id }), 422, 'not_allowed_now'],
    ['a review in the year 3000', () => move({ action: 'pause', version: 1, reason: 'Wait', reviewAt: '3000-01-01T00:00:00Z' }), 422, 'invalid', 'reviewAt'],
    ['an impossible date', () => move({ action: 'pause', version: 1, reason: 'Wait', reviewAt: '2026-02-30T12:00:00Z' }), 422, 'invalid', 'reviewAt'],
    ['a version of a week ago', () => move({ action: 'accept', version: 99 }), 409, 'stale_version'],
    ['an action out of its turn', () => move({ action: 'close', version: 1 }), 422, 'not_allowed_now'],
    ['an observer’s action', () => move({ action: 'accept', version: 1 }, observer), 403, 'forbidden'],
    ['a dispatcher who reactivates', () => move({ action: 'reactivate', version: 1, reason: 'Again' }), 403, 'forbidden'],
    ['an utterance of 100 kB', () => write(said({ text: 'x'.repeat(100_000) })), 413, 'too_large'],
    ['an utterance of 5,000 characters', () => write(said({ text: 'x'.repeat(5_000) })), 422, 'invalid', 'text'],
    ['an empty utterance', () => write(said({ text: '  \n ' })), 422, 'invalid', 'text'],
    ['an utterance without an id', () => write({ kind: 'utterance', text: 'x' }), 422, 'invalid', 'clientMsgId'],
    ['an entry of the system’s own kind', () => write(said({ kind: 'status' })), 422, 'invalid', 'kind'],
    ['somebody else’s name as speaker', () => write(said({ speaker: { role: 'admin', label: 'The boss' } })), 422, 'invalid', 'speaker.role'],
    ['an answer to nothing', () => write(said({ kind: 'intervention_response' })), 422, 'invalid', 'inReplyTo'],
    ['an answer to what is not there', () => write(said({ kind: 'intervention_response', inReplyTo: 'nothing' })), 404, 'not_found'],
    ['an observer’s utterance', () => write(said(), observer), 403, 'forbidden'],
    ['a log from a wrong number', () => dispatcher.get(`/api/incidents/${incident.id}/log?after=minus`), 422, 'invalid', 'after'],
    ['a list by an unknown view', () => dispatcher.get('/api/incidents?view=secret'), 422, 'invalid', 'view'],
    ['a list from a place that is none', () => dispatcher.get("/api/incidents?before=1'--"), 422, 'invalid', 'before'],
    ['an unknown unit code', () => status({ code: '42' }), 422, 'invalid', 'code'],
    ['a code that only the system sets', () => status({ code: 'A' }), 422, 'invalid', 'code'],
    ['code 7 without a note', () => status({ code: '7' }), 422, 'invalid', 'note'],
    ['code 0 without minutes', () => status({ code: '0' }), 422, 'invalid', 'minutes'],
    ['negative minutes', () => status({ code: '0', minutes: -20 }), 422, 'invalid', 'minutes'],
    ['half a minute', () => status({ code: '0', minutes: 0.5 }), 422, 'invalid', 'minutes'],
    ['an observer’s status', () => status({ code: '1' }, observer), 403, 'forbidden'],
    ['a unit that does not exist', () => dispatcher.post('/api/units/none/status', { code: '1' }), 404, 'not_found'],
    ['an assignment to no incident', () => dispatcher.post(`/api/units/${unitId}/assign`, { incidentId: 'none' }), 404, 'not_found'],
    ['a mute of 17 minutes', () => dispatcher.post(`/api/units/${unitId}/mute`, { minutes: 17 }), 422, 'invalid', 'minutes'],
    ['an acknowledgement of nothing', () => dispatcher.post(`/api/units/${unitId}/ack`, {}), 422, 'not_allowed_now'],
    ['a code edited by a dispatcher', () => dispatcher.post('/api/units/codes/1', { version: 1, text: 'x' }, { method: 'PATCH' }), 403, 'forbidden'],
    ['a code that does not exist', () => admin.post('/api/units/codes/99', { version: 1, text: 'x' }, { method: 'PATCH' }), 404, 'not_found'],
    ['a limit of minus one second', () => admin.post('/api/units/codes/1', { version: 1, warnSeconds: -1 }, { method: 'PATCH' }), 422, 'invalid', 'warnSeconds'],
    ['an unknown policy', () => admin.post('/api/units/policy', { policy: 'maybe' }, { method: 'PUT' }), 422, 'invalid', 'policy'],
  ];

  it.each(refusals)('%s is refused', async (_what, call, expected, code, path) => {
    const answer = await call();
    expect([answer.status, answer.headers['content-type']]).toEqual([expected, expect.stringMatching(/^application\/json/)]);
    const { error } = errorBodySchema.parse(answer.json());
    expect(error.code).toBe(code);
    expect(error.message.length).toBeGreaterThan(10);
    expect(answer.text).not.toMatch(SIGN_OF_A_STACK);
    if (path) expect((error.details as { path: string }[]).map((detail) => detail.path)).toContain(path);
  });

  it('leaves nothing behind', async () => {
    expect(await counts()).toEqual(before);
  });
});
