import { beforeAll, describe, expect, it } from 'vitest';
import { healthSchema } from '@/lib/protocol/answers';
import { eventually } from '../eventually';
import { killHard } from '../kill';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

describe('while the database is away', () => {
  const board = useBoard();
  let supervisor: Person;
  let dispatcher: Person;
  beforeAll(async () => {
    [supervisor, dispatcher] = (await people(board().app.url, 'supervisor', 'dispatcher1')) as [Person, Person];
  });
  const healthy = () => eventually('health', async () => (await supervisor.get('/api/health')).status === 200);
  const message = { level: 'info', title: 'Written while the database is away' };

  it('a message is refused with 503 and a sentence that says nothing was saved; health says which part', async () => {
    const [before] = await board().sql('SELECT count(*) FROM flash');
    await board().postgres.stop();
    try {
      const answer = await supervisor.post('/api/flash', message);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.json()).toEqual({ error: { code: 'unavailable', message: expect.stringMatching(/nothing was saved/) } });
      for (const path of ['/api/flash', '/api/snapshot', '/api/events']) expect((await supervisor.get(path)).status).toBe(503);
      const health = await supervisor.get('/api/health');
      expect(health.status).toBe(503);
      expect(healthSchema.parse(health.json())).toEqual({ status: 'degraded', checks: { postgres: 'down', redis: 'ok', log: 'ok' } });
    } finally {
      await board().postgres.start();
    }
    await healthy();
    expect(await board().sql('SELECT count(*) FROM flash')).toEqual([before]);
    expect((await supervisor.post('/api/flash', message)).status).toBe(201);
  });

  it('open streams live on, new ones can be opened, and both hear what is sent when it is back', async () => {
    const open = await dispatcher.listen();
    await board().postgres.stop();
    let late;
    try {
      expect((await supervisor.post('/api/flash', message)).status).toBe(503);
      late = await dispatcher.stream();
      const since = open.frames.length;
      await open.waitFor((block) => block.kind === 'heartbeat' && open.frames.indexOf(block) > since);
    } finally {
      await board().postgres.start();
    }
    await healthy();
    const flash = await supervisor.flash({ level: 'info', title: 'Back again' });
    for (const stream of [open, late]) {
      await stream.waitForEvent('flash.sent');
      expect(stream.events().map((event) => (event.data as { flash: { id: string } }).flash.id)).toEqual([flash.id]);
      expect(stream.frames.filter((block) => block.kind === 'frame')).toHaveLength(1);
    }
  });

  it('the first request after a restart is answered, not failed by a connection of before', async () => {
    await supervisor.flash({ level: 'info', title: 'Before the restart' });
    await board().postgres.stop();
    await board().postgres.start();
    const answers = await Promise.all(Array.from({ length: 8 }, () => supervisor.get('/api/snapshot')));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
  });

  it('nothing that was committed is lost when it is killed outright', async () => {
    const stream = await dispatcher.listen();
    const sent: string[] = [];
    for (let i = 0; i < 5; i += 1) sent.push((await supervisor.flash({ level: 'info', title: `Committed ${i}` })).id);
    await killHard(board().postgres.pid());
    await board().postgres.start();
    await healthy();
    sent.push((await supervisor.flash({ level: 'info', title: 'And one more' })).id);
    await stream.waitForEvent('flash.sent', (event) => (event.data as { flash: { id: string } }).flash.id === sent.at(-1));
    expect(stream.events('flash.sent').map((event) => (event.data as { flash: { id: string } }).flash.id)).toEqual(sent);
    const rows = await board().sql<{ id: string }>('SELECT id FROM flash WHERE id = ANY($1)', [sent]);
    expect(rows).toHaveLength(sent.length);
  });

  it('what was due in the meantime goes out when it is back', async () => {
    const stream = await dispatcher.listen();
    const flash = await supervisor.flash({ level: 'info', title: 'Due in the meantime', startsAt: new Date(Date.now() + 500).toISOString() });
    await board().postgres.stop();
    await board().postgres.start();
    await stream.waitForEvent('flash.sent', (event) => (event.data as { flash: { id: string } }).flash.id === flash.id);
  });

  it('the log of the application tells of it without address, password or statement', () => {
    const output = board().app.output();
    const { secrets, databaseUrl } = board();
    for (const secret of [...Object.values(secrets), databaseUrl]) expect(output.includes(secret)).toBe(false);
    expect(output).not.toMatch(/INSERT INTO|SELECT .* FROM/);
  });
});
