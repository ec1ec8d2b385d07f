import type { Page, Request } from '@playwright/test';
import { cardListSchema } from '@/lib/protocol/cards';
import { eventually } from '@/testing/eventually';
import { holdTable } from '@/testing/hold-table';
import { sessionCookie } from '@/testing/session-cookie';
import { expect, expectLive, signInto, test } from './board-test';

/** Stands on a table that nothing else looks at by itself. */
const HELD = { card: 'turnout-times', table: 'unit_status_history' };

const card = (page: Page, key: string) => page.locator(`[data-card="${key}"]`);
const badge = (page: Page, key: string) => card(page, key).getByText(/^outdated/);

/** Every request about cards that a page sends from now on. */
function requestsAbout(page: Page): Request[] {
  const seen: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/cards')) seen.push(request);
  });
  return seen;
}

test('a change outdates the right cards on both screens within a second; one refreshes, both are busy, then both are new (C2–C6)', async ({ board, desk, request }) => {
  const [one, other] = [await desk('supervisor', '/cards'), await desk('dispatcher1', '/cards')];
  const pages = [one.page, other.page];
  for (const page of pages) {
    await expect(card(page, 'open-incidents').getByText(/^computed/)).toBeVisible();
    await expect(card(page, HELD.card).getByText(/^computed/)).toBeVisible();
    await expect(page.locator('[data-card][aria-busy="true"]')).toHaveCount(0);
    await expect(badge(page, HELD.card)).toHaveCount(0);
  }
  const seen = pages.map(requestsAbout);
  const headers = { cookie: await sessionCookie(board, 'dispatcher2@example.org') };
  const units = (await (await request.get(`${board.app.url}/api/units`, { headers })).json()) as { items: { id: string; callSign: string; code: string }[] };
  const unit = units.items.find(({ code }) => code === '6') ?? units.items[0];
  if (!unit) throw new Error('There is no unit.');
  const changed = await request.post(`${board.app.url}/api/units/${unit.id}/status`, { headers, data: { code: '1' } });
  expect(changed.status()).toBe(200);
  for (const page of pages) {
    await expect(badge(page, HELD.card)).toHaveText(new RegExp(`^outdated, .+ old · unit ${unit.callSign} changed \\d+ s ago$`), { timeout: 10_000 });
    await expect(badge(page, 'incidents-per-hour')).toHaveCount(0);
  }

  const held = await holdTable(board.databaseUrl, HELD.table);
  await card(other.page, HELD.card).getByRole('button', { name: /refresh$/ }).click();
  for (const page of pages) {
    await expect(card(page, HELD.card)).toHaveAttribute('aria-busy', 'true');
    // What was there stays to be read.
    await expect(card(page, HELD.card).getByText(/^computed/)).toBeVisible();
  }
  const before = await card(one.page, HELD.card).locator('time').first().getAttribute('datetime');
  await held.release();
  for (const page of pages) {
    await expect(card(page, HELD.card)).toHaveAttribute('aria-busy', 'false');
    await expect(badge(page, HELD.card)).toHaveCount(0);
    await expect(card(page, HELD.card).locator('time').first()).not.toHaveAttribute('datetime', before ?? '');
  }
  const [first, second] = await Promise.all(pages.map((page) => card(page, HELD.card).locator('time').first().getAttribute('datetime')));
  expect(first).toBe(second);
  expect(seen[0]).toEqual([]);
  expect(seen[1]?.map((sent) => `${sent.method()} ${new URL(sent.url()).pathname}`)).toEqual(['POST /api/cards/bust']);
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});

test('what something newer contradicts is grey and struck on every screen, both cards of it, until it is computed again (A9)', async ({ board, desk, request }) => {
  const [one, other] = [await desk('supervisor', '/cards'), await desk('observer', '/cards')];
  const pages = [one.page, other.page];
  const pair = ['open-incidents', 'incidents-by-priority'];
  const struck = (page: Page, key: string) => card(page, key).locator('s');
  await one.page.keyboard.press('Shift+R');
  for (const page of pages) for (const key of pair) {
    await expect(card(page, key).getByText(/^computed [0-9] s/)).toBeVisible();
    await expect(struck(page, key)).toHaveCount(0);
  }
  const headers = { cookie: await sessionCookie(board, 'dispatcher2@example.org') };
  const made = await request.post(`${board.app.url}/api/incidents`, { headers, data: { title: 'House fire', type: 'fire', priority: 'P1' } });
  const { incident } = (await made.json()) as { incident: { number: string } };
  for (const page of pages) {
    // Both at once: neither goes on saying what the other denies.
    await expect(struck(page, 'open-incidents')).toHaveText(/P1|No incident is open/);
    await expect(struck(page, 'incidents-by-priority')).toHaveText(/P1 or P2/);
    for (const key of pair) await expect(badge(page, key)).toHaveText(new RegExp(`^outdated, \\d+ s old · incident ${incident.number} came in \\d+ s ago$`));
  }
  await one.page.keyboard.press('Shift+R');
  for (const page of pages) {
    for (const key of pair) await expect(struck(page, key)).toHaveCount(0);
    await expect(card(page, 'open-incidents')).toContainText(/P1 not accepted, waiting since/);
  }
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});

test('a computation that fails is told on its card with the old value below, the others go on, and trying again works (C5)', async ({ board, desk }) => {
  const { page } = await desk('dispatcher1', '/cards');
  await expect(card(page, HELD.card).getByText(/^computed/)).toBeVisible();
  await board.sql(`ALTER TABLE ${HELD.table} RENAME TO moved_away`);
  await card(page, HELD.card).getByRole('button', { name: /refresh$/ }).click();
  await expect(card(page, HELD.card).getByText(/could not be computed/)).toBeVisible();
  await expect(card(page, HELD.card).getByText(/^computed/)).toBeVisible();
  await expect(page.getByText(/could not be computed/)).toHaveCount(1);
  await board.sql(`ALTER TABLE moved_away RENAME TO ${HELD.table}`);
  await card(page, HELD.card).getByRole('button', { name: /again/i }).click();
  await expect(card(page, HELD.card).getByText(/could not be computed/)).toHaveCount(0);
  await expect(card(page, HELD.card).getByText(/^computed 0 s ago|^computed [1-9] s ago/)).toBeVisible();
});

test('opening the busiest tab cold never has more than three requests in flight, and its figures are in the page itself the next time (C3)', async ({ board, browser, desk, request }) => {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  await board.redisCommand('DEL', ...(await keysOfOutcomes()));
  await request.post(`${board.app.url}/api/cards/bust`, { headers, data: { scope: 'operations', recompute: false } });
  const { page } = await desk('dispatcher3', '/units');
  // All cards in sight at once is the worst case.
  await page.setViewportSize({ width: 1_280, height: 2_000 });
  let [inFlight, most] = [0, 0];
  await page.route('**/api/cards/*', async (route) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    const answer = await route.fetch();
    inFlight -= 1;
    await route.fulfill({ response: answer });
  });
  await page.goto('/cards');
  const cards = page.locator('[data-card]');
  expect(await cards.count()).toBeGreaterThanOrEqual(9);
  await expect(page.locator('[data-card]').filter({ hasText: /not computed yet/ })).toHaveCount(0, { timeout: 30_000 });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);

  const still = await browser.newContext({ baseURL: board.app.url, javaScriptEnabled: false });
  await signInto(still, board, 'dispatcher3');
  const paper = await still.newPage();
  await paper.goto('/cards');
  await expect(card(paper, 'units-available').getByText(/^computed/)).toBeVisible();
  await expect(card(paper, 'units-available').getByText(/not computed yet/)).toHaveCount(0);
  await still.close();

  async function keysOfOutcomes(): Promise<string[]> {
    const { items } = cardListSchema.parse(await (await request.get(`${board.app.url}/api/cards`, { headers })).json());
    return items.flatMap(({ info }) => ['result', 'error'].map((kind) => `watchroom:cards:${kind}:${info.key}`));
  }
});

test('a page loaded while no server answers shows the last figures with their age, says so, and comes back by itself (C7, R8)', async ({ board, browser }) => {
  const context = await browser.newContext({ baseURL: board.app.url, serviceWorkers: 'allow' });
  await signInto(context, board, 'dispatcher4');
  const page = await context.newPage();
  await page.goto('/cards');
  await expectLive(page);
  await expect(card(page, 'units-available').getByText(/^computed/)).toBeVisible();
  await eventually('the browser to have kept the page', () => page.evaluate(async () => Boolean(await caches.match('/offline')) && Boolean(navigator.serviceWorker.controller)), 30_000, 250);
  await eventually('the tab to have kept its cards', () => page.evaluate(() => sessionStorage.getItem('watchroom.cards') !== null));
  await board.app.kill();
  await page.reload();
  await expect(page.getByText('Not connected.')).toBeVisible();
  await expect(card(page, 'units-available').getByText(/^computed \d/)).toBeVisible();
  await expect(badge(page, 'units-available')).toBeVisible();
  await board.app.start();
  await expectLive(page);
  await expect(badge(page, 'units-available')).toHaveCount(0, { timeout: 20_000 });
  await context.close();
});

test('another server than before: the page asks for its cards once more and drops what the old one had begun (R8)', async ({ board, desk }) => {
  const { page } = await desk('dispatcher5', '/cards');
  await expect(card(page, HELD.card).getByText(/^computed/)).toBeVisible();
  const seen = requestsAbout(page);
  await board.app.restart();
  await expectLive(page);
  await eventually('the cards to be asked for', () => seen.some((sent) => sent.method() === 'GET' && new URL(sent.url()).pathname === '/api/cards'));
  await expect(page.locator('[data-card][aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
});

test('a card is hidden and brought back, on every screen of its owner, and nobody else’s (C6)', async ({ desk }) => {
  const { page } = await desk('dispatcher6', '/cards');
  await card(page, 'units-available').getByRole('button', { name: /: more$/ }).click();
  await page.getByRole('menuitem', { name: /Hide/ }).click();
  await expect(card(page, 'units-available').getByText(/^computed|not computed/)).toHaveCount(0);
  const again = await desk('dispatcher6', '/cards');
  await expect(card(again.page, 'open-incidents')).toBeVisible();
  await expect(card(again.page, 'units-available')).toHaveCount(0);
  await again.page.getByText('1 hidden card').click();
  await again.page.getByRole('button', { name: /^Show / }).click();
  await expect(card(again.page, 'units-available')).toBeVisible();
});

test('every row of cards is filled, and a card with nothing to show does not take the room of two', async ({ desk }) => {
  const { page } = await desk('admin', '/cards?tab=audit');
  await expect(page.locator('[data-card]').filter({ hasText: /not computed yet/ })).toHaveCount(0, { timeout: 30_000 });
  const isEmpty = await page.locator('[data-card="permission-changes"]').getByText(/^No account was changed/).count() > 0;
  for (const width of [1_280, 1_920]) {
    await page.setViewportSize({ width, height: 1_000 });
    const share = async () => (await page.locator('[data-card="permission-changes"]').evaluate((card) => card.getBoundingClientRect().width / (card.parentElement?.parentElement?.getBoundingClientRect().width ?? 1)));
    // Another story on this board may have changed an account.
    if (isEmpty) await expect.poll(share).toBeLessThan(0.51);
    const rows = await page.locator('[data-card]').evaluateAll((cards) => {
      const grid = cards[0]?.parentElement?.parentElement?.getBoundingClientRect();
      const ends = new Map<number, number>();
      for (const card of cards) {
        const { top, right } = card.getBoundingClientRect();
        ends.set(Math.round(top), Math.max(ends.get(Math.round(top)) ?? 0, right));
      }
      return [...ends.values()].map((end) => Math.round((grid?.right ?? 0) - end));
    });
    expect(rows.length).toBeGreaterThan(1);
    for (const left of rows) expect(left).toBeLessThanOrEqual(1);
  }
});
