import { expect, it } from 'vitest';
import { openRoute } from './open-route';

it('a route that anybody may read answers many, and says when to come back to those that are too many', async () => {
  const route = openRoute(() => Promise.resolve(Response.json({ well: true })));
  const ask = () => route(new Request('http://localhost/api/status/summary.json'));
  const statuses = new Set<number>();
  for (let i = 0; i < 600; i += 1) statuses.add((await ask()).status);
  expect([...statuses]).toEqual([200]);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
