import { beforeAll, describe, expect, it } from 'vitest';
import { flashAnswerSchema } from '@/lib/protocol/answers';
import { errorBodySchema } from '@/lib/protocol/errors';
import { people, type Person } from '../person';
import { request, type Answer, type RequestInput } from '../request';
import { useBoard } from '../use-board';

const GOOD = { level: 'info', title: 'A good message' };
const JSON_TYPE = { 'content-type': 'application/json' };
const SIGN_OF_A_STACK = /\n\s+at |node_modules|\.tsx?:\d+|\.js:\d+|prisma|postgres/i;

describe('POST /api/flash', () => {
  const board = useBoard();
  let supervisor: Person;
  let dispatcher: Person;
  let before: unknown;
  beforeAll(async () => {
    [supervisor, dispatcher] = (await people(board().app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
    before = await counts();
  });

  const counts = () =>
    board().sql(`SELECT (SELECT count(*) FROM flash) AS flash, (SELECT count(*) FROM flash_receipts) AS receipts,
      (SELECT count(*) FROM outbox_events) AS events, (SELECT count(*) FROM audit_entries WHERE category = 'flash') AS entries`);
  const send = (body: RequestInput['body'], input: RequestInput = {}) => supervisor.post('/api/flash', body, input);
  const raw = (body: string | Uint8Array, input: RequestInput = {}) => send(body, { headers: JSON_TYPE, ...input });
  const inThePast = () => new Date(Date.now() - 60_000).toISOString();

  const refusals: [what: string, call: () => Promise<Answer>, status: number, code: string, path?: string][] = [
    ['no session', () => request(`${board().app.url}/api/flash`, { method: 'POST', body: GOOD }), 401, 'unauthenticated'],
    ['a session that was made up', () => send(GOOD, { headers: { cookie: 'next-auth.session-token=a.b.c.d.e' } }), 401, 'unauthenticated'],
    ['a session signed with nothing', () => send(GOOD, { headers: { cookie: `next-auth.session-token=${unsignedToken()}` } }), 401, 'unauthenticated'],
    ['a role that may not send', () => dispatcher.post('/api/flash', GOOD), 403, 'forbidden'],
    ['a foreign origin', () => send(GOOD, { headers: { origin: 'https://evil.example' } }), 403, 'foreign_origin'],
    ['an origin that only begins like ours', () => send(GOOD, { headers: { origin: `${board().app.url}.evil.example` } }), 403, 'foreign_origin'],
    ['the origin of a sandboxed page', () => send(GOOD, { headers: { origin: 'null' } }), 403, 'foreign_origin'],
    ['a cross-site page', () => send(GOOD, { headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'foreign_origin'],
    ['a same-site page', () => send(GOOD, { headers: { 'sec-fetch-site': 'same-site' } }), 403, 'foreign_origin'],
    ['a form', () => send('title=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415, 'not_json'],
    ['JSON that calls itself text', () => send(JSON.stringify(GOOD), { headers: { 'content-type': 'text/plain' } }), 415, 'not_json'],
    ['no content type', () => send(JSON.stringify(GOOD)), 415, 'not_json'],
    ['broken JSON', () => raw('{"level":"info","title":'), 400, 'malformed'],
    ['an empty body', () => raw(''), 400, 'malformed'],
    ['bytes that are not UTF-8', () => raw(Buffer.from('{"level":"info","title":"\xff\xfe"}', 'latin1')), 400, 'malformed'],
    ['a body of 1 MB', () => raw(JSON.stringify({ ...GOOD, body: 'x'.repeat(1_048_576) })), 413, 'too_large'],
    ['a body of 1 MB that does not tell its length', () => raw(JSON.stringify({ ...GOOD, body: 'x'.repeat(1_048_576) }), { chunked: true }), 413, 'too_large'],
    ['an array', () => send([GOOD]), 422, 'invalid'],
    ['null', () => raw('null'), 422, 'invalid'],
    ['arrays 10,000 deep', () => raw('['.repeat(10_000) + ']'.repeat(10_000)), 422, 'invalid'],
    ['an unknown level', () => send({ ...GOOD, level: 'panic' }), 422, 'invalid', 'level'],
    ['a level that is a name of the language', () => send({ ...GOOD, level: '__proto__' }), 422, 'invalid', 'level'],
    ['no title', () => send({ level: 'info' }), 422, 'invalid', 'title'],
    ['a title of blanks', () => send({ ...GOOD, title: '   ' }), 422, 'invalid', 'title'],
    ['a title of 10,000 characters', () => send({ ...GOOD, title: 'x'.repeat(10_000) }), 422, 'invalid', 'title'],
    ['a title that is a number', () => send({ ...GOOD, title: 7 }), 422, 'invalid', 'title'],
    ['a line break in the title', () => send({ ...GOOD, title: 'one\ntwo' }), 422, 'invalid', 'title'],
    ['a NUL in the title', () => send({ ...GOOD, title: 'one\u0000two' }), 422, 'invalid', 'title'],
    ['a NUL in the body', () => send({ ...GOOD, body: 'one\u0000two' }), 422, 'invalid', 'body'],
    ['marks that turn the text around', () => send({ ...GOOD, title: 'dock \u202e4 \u202d' }), 422, 'invalid', 'title'],
    ['an unknown field', () => send({ ...GOOD, urgent: true }), 422, 'invalid', 'urgent'],
    ['a field that only the server sets', () => send({ ...GOOD, createdById: 'somebody' }), 422, 'invalid', 'createdById'],
    ['__proto__ as a field', () => raw('{"level":"info","title":"x","__proto__":{"requiresAck":true}}'), 422, 'invalid', '__proto__'],
    ['an end in the past', () => send({ ...GOOD, expiresAt: inThePast() }), 422, 'invalid', 'expiresAt'],
    ['an end before the start', () => send({ ...GOOD, startsAt: '2099-01-02T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z' }), 422, 'invalid', 'expiresAt'],
    ['a time without a zone', () => send({ ...GOOD, expiresAt: '2099-01-01T00:00:00' }), 422, 'invalid', 'expiresAt'],
    ['a deadline without an acknowledgement', () => send({ ...GOOD, ackDeadline: '2099-01-01T00:00:00Z' }), 422, 'invalid', 'ackDeadline'],
    ['an unknown role as audience', () => send({ ...GOOD, audience: ['everybody'] }), 422, 'invalid', 'audience.0'],
    ['an empty audience', () => send({ ...GOOD, audience: [] }), 422, 'invalid', 'audience'],
    ['an audience that is a word', () => send({ ...GOOD, audience: 'dispatcher' }), 422, 'invalid', 'audience'],
    ['a NUL in the id of an incident', () => send({ ...GOOD, incidentId: 'a\u0000b' }), 422, 'invalid', 'incidentId'],
    ['a NUL in the id of the message to replace', () => send({ ...GOOD, supersedesId: 'a\u0000b' }), 422, 'invalid', 'supersedesId'],
    ['an end after the year 9999', () => send({ ...GOOD, expiresAt: '9999-12-31T23:59:59-12:00' }), 422, 'invalid', 'expiresAt'],
    ['a deadline in the year 0', () => send({ ...GOOD, requiresAck: true, ackDeadline: '0000-01-01T00:00:00Z' }), 422, 'invalid', 'ackDeadline'],
    ['a clientMsgId with odd characters', () => send({ ...GOOD, clientMsgId: "'; DROP TABLE flash; --" }), 422, 'invalid', 'clientMsgId'],
  ];

  it.each(refusals)('refuses %s', async (_what, call, status, code, path) => {
    const answer = await call();
    expect([answer.status, answer.headers['content-type']]).toEqual([status, expect.stringMatching(/^application\/json/)]);
    const { error, ...beside } = errorBodySchema.strict().parse(answer.json());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    expect(beside).toEqual({});
    if (path) expect(error.details).toEqual(expect.arrayContaining([{ path, message: expect.any(String) }]));
    expect(answer.text).not.toMatch(SIGN_OF_A_STACK);
    expect(answer.text.length).toBeLessThan(4_000);
  });

  it('leaves no row of a message, a receipt, an event or an audit entry after all these refusals', async () => {
    expect(await counts()).toEqual(before);
  });

  it.each(['x', '1_', '99999999999999999_x', '9999999999999999_x', '-1_x'])('refuses %j as a place in the list', async (before) => {
    const answer = await supervisor.get(`/api/flash?before=${encodeURIComponent(before)}`);
    expect([answer.status, errorBodySchema.parse(answer.json()).error.code]).toEqual([422, 'invalid']);
  });

  it('refuses a place in the list with a NUL, which is no character of any query', async () => {
    const answer = await supervisor.get(`/api/flash?before=${encodeURIComponent('1_\u0000')}`);
    expect([answer.status, errorBodySchema.parse(answer.json()).error.code]).toEqual([400, 'malformed']);
  });

  it('answers other methods with 405', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await request(`${board().app.url}/api/flash`, { method, headers: { cookie: supervisor.cookie } })).status).toBe(405);
    }
  });

  it.each([
    ['an unknown id', crypto.randomUUID()],
    ['an id that is SQL', "'; DROP TABLE flash; --"],
    ['an id of 3,000 characters', 'x'.repeat(3_000)],
    ['an id that is a path', '../../etc'],
    ['an id that is a name of the language', '__proto__'],
  ])('answers every route of %s with 404', async (_what, id) => {
    for (const step of ['delivered', 'displayed', 'ack', 'recall', 'cancel']) {
      const answer = await supervisor.post(`/api/flash/${encodeURIComponent(id)}/${step}`);
      expect([step, answer.status]).toEqual([step, 404]);
      expect(errorBodySchema.parse(answer.json()).error.code).toBe('not_found');
      expect(answer.text).not.toMatch(SIGN_OF_A_STACK);
    }
    expect((await supervisor.get(`/api/flash/${encodeURIComponent(id)}/receipts`)).status).toBe(404);
  });

  it('takes markup and anything that looks like code, and gives it back as it was', async () => {
    const title = `<script>alert("1")</script> & 'quotes' {{x}} \${y} %s \\n`;
    const body = '<img src=x onerror=alert(1)>\n]]>\ndata: x\nid: 1\n\nevent: reset\u00a0ok';
    const stream = await dispatcher.stream();
    const answer = await send({ ...GOOD, title, body });
    expect(answer.status).toBe(201);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(flashAnswerSchema.parse(answer.json()).flash).toMatchObject({ title, body });
    const sent = await stream.waitForEvent('flash.sent');
    expect(sent.data).toMatchObject({ flash: { title, body } });
    expect((await dispatcher.get('/api/snapshot')).text).toContain(JSON.stringify(title));
  });

  it('lets a program without an origin in, and a page of its own', async () => {
    const { cookie } = supervisor;
    expect((await request(`${board().app.url}/api/flash`, { method: 'POST', headers: { cookie }, body: GOOD })).status).toBe(201);
    expect((await send(GOOD, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(201);
  });

  it('lets nobody send without end: after too many it answers 429 and says when to come back', async () => {
    const answers: Answer[] = [];
    while (answers.at(-1)?.status !== 429 && answers.length < 200) answers.push(await send({ ...GOOD, level: 'none' }));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(errorBodySchema.parse(last?.json()).error.code).toBe('too_many_requests');
  });

  it('writes no secret, no session and no text of people into the log', () => {
    const output = board().app.output();
    const session = /session-token=([^;]+)/.exec(supervisor.cookie)?.[1] ?? '';
    expect(session.length).toBeGreaterThan(50);
    for (const secret of [...Object.values(board().secrets), session, 'watchroom-demo', 'DROP TABLE', 'onerror']) {
      expect(secret.length).toBeGreaterThan(5);
      expect(output.includes(secret)).toBe(false);
    }
    expect(output).toContain('[SSE]');
    expect(output).not.toContain('A request failed');
  });
});

/** A token in the form of a JSON web token with the algorithm `none`. */
function unsignedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'admin', sv: 0, exp: 4_102_444_800 })}.`;
}
