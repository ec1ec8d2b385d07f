import { expect, it } from 'vitest';
import { JUDGED_HEADER, judgeMark } from './judge-sender';
import { tokenRoute } from './token-route';

const route = tokenRoute({ what: 'This heartbeat address', isKnown: (token) => Promise.resolve(token.startsWith('known')) }, () => Promise.resolve(Response.json({ ok: true })));
const beat = async (token: string, address: string) =>
  (await route(new Request('http://localhost/api/push/x', { headers: { [JUDGED_HEADER]: judgeMark(), 'x-forwarded-for': address } }), { params: Promise.resolve({ token }) })).status;

it('wrong tokens use up the budget of whoever tries them, and never that of a known token, from the same address either', async () => {
  const statuses = [];
  for (let i = 0; i < 70; i += 1) statuses.push(await beat(`wrong-${i}`, '192.0.2.1'));
  expect(statuses).toEqual([...Array.from({ length: 60 }, () => 404), ...Array.from({ length: 10 }, () => 429)]);
  expect(await beat('wrong-from-elsewhere', '192.0.2.2')).toBe(404);
  expect(await beat('known-one', '192.0.2.1')).toBe(200);
});

it('a token that is used too often is refused by itself', async () => {
  for (let i = 0; i < 60; i += 1) expect(await beat('known-busy', '192.0.2.3')).toBe(200);
  expect(await beat('known-busy', '192.0.2.3')).toBe(429);
  expect(await beat('known-calm', '192.0.2.3')).toBe(200);
});
