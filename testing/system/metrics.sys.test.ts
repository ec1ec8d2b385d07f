import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually';
import { person, type Person } from '../person';
import { request } from '../request';
import { useBoard } from '../use-board';

describe('the figures for an operator (R23)', () => {
  const board = useBoard();
  let dispatcher: Person;
  beforeAll(async () => {
    dispatcher = await person(board().app.url, 'dispatcher1');
  });

  const scrape = (token: string) => request(`${board().app.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const figure = async (name: string): Promise<number> => {
    const { text } = await scrape(board().secrets.metricsToken);
    return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  };

  it('are for those who bear the token, and for admins', async () => {
    const answer = await scrape(board().secrets.metricsToken);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    // Nobody looks at services on this board.
    expect(answer.text).toMatch(/^service_state\{service="database",state="unknown"\} 1$/m);
    expect((await scrape('wrong')).status).toBe(401);
    expect((await request(`${board().app.url}/api/metrics`)).status).toBe(401);
    expect((await dispatcher.get('/api/metrics')).status).toBe(403);
    expect((await (await person(board().app.url, 'admin')).get('/api/metrics')).status).toBe(200);
  });

  it('count streams, events, and a doorbell that was lost', async () => {
    await dispatcher.stream();
    await dispatcher.broadcast('counted');
    await eventually('the stream to be counted', async () => (await figure('sse_connections_active')) >= 1 && (await figure('sse_events_sent')) >= 1, 30_000);
    expect(await figure('outbox_waiting')).toBe(0);
    await board().redis.kill();
    await board().redis.start();
    await eventually('the loss to be counted', async () => (await figure('sse_doorbell_losses_total')) >= 1, 30_000);
  });
});
