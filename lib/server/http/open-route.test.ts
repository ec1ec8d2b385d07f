import { expect, it } from 'vitest';
import { JUDGED_HEADER, judgeMark } from './judge-sender';
import { openRoute } from './open-route';

const route = openRoute(() => Promise.resolve(Response.json({ well: true })));
const ask = (address: string) => route(new Request('http://localhost/api/status/summary.json', { headers: { [JUDGED_HEADER]: judgeMark(), 'x-forwarded-for': address } }));

it('a route that anybody may read answers many, says when to come back to whoever asks too much, and goes on answering others', async () => {
  const statuses = new Set<number>();
  for (let i = 0; i < 300; i += 1) statuses.add((await ask('192.0.2.1')).status);
  expect([...statuses]).toEqual([200]);
  const refused = await ask('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('192.0.2.2')).status).toBe(200);
});
