import type { Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './board-test';

const LONG = `Østre Ringvei 12, ${'oppgang bak verkstedet, '.repeat(12)}`.slice(0, 300).trim();

async function comesIn(board: Board, page: Page, title: string, location: object): Promise<string> {
  const answer = await page.request.post(`${board.app.url}/api/incidents`, {
    headers: { cookie: await sessionCookie(board, 'supervisor@example.org') },
    data: { title, type: 'rescue', priority: 'P2', location },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { incident: { id: string } }).incident.id;
}

const isCut = (locator: Locator) => locator.evaluate((element) => element.scrollWidth > element.clientWidth);
const isAsWideAsItsWindow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test('a position stands where an address would, and a long address is cut with the whole at hand', async ({ desk, board }) => {
  const { page, complaints } = await desk('dispatcher1', '/incidents');
  const atSea = await comesIn(board, page, 'Boat adrift', { lat: 61.115, lng: 10.466001 });
  const farAway = await comesIn(board, page, 'Fall from a roof', { address: LONG });

  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  await expect(row('Boat adrift').getByRole('cell', { name: '61.115, 10.466', exact: true })).toBeVisible();
  const cell = row('Fall from a roof').getByTitle(LONG).last();
  await expect(cell).toBeVisible();
  expect(await isCut(cell)).toBe(true);
  const heightOf = async (title: string) => (await row(title).boundingBox())?.height;
  expect(await heightOf('Fall from a roof')).toBe(await heightOf('Boat adrift'));

  // A phone: one column, the units stay in sight.
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(row('Boat adrift')).toContainText('61.115, 10.466');
  expect(await isCut(row('Fall from a roof').getByTitle(LONG).first())).toBe(true);
  expect(await isAsWideAsItsWindow(page)).toBe(true);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/?map=1');
  const line = (title: string) => page.getByRole('list', { name: 'Open incidents', exact: true }).getByRole('listitem').filter({ hasText: title });
  await expect(line('Boat adrift')).toContainText('61.115, 10.466');
  expect(await isCut(line('Fall from a roof').getByTitle(LONG))).toBe(true);
  await expect(page.getByRole('list', { name: 'On the map' }).getByRole('link', { name: /Boat adrift/ })).toHaveAttribute('title', /Boat adrift · 61\.115, 10\.466$/);

  await page.goto(`/incidents/${atSea}`);
  const facts = page.locator('dl').first();
  await expect(facts).toContainText('Position61.115, 10.466');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Coordinates' }).fill('61.2, 200');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A longitude lies between -180 and 180.').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Coordinates' }).fill('61.2, 10.5');
  await page.keyboard.press('Enter');
  await expect(facts).toContainText('Position61.2, 10.5');

  await page.goto(`/incidents/${farAway}`);
  await expect(facts).toContainText(LONG);
  expect(await isAsWideAsItsWindow(page)).toBe(true);
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
});

test('a search shows what comes in by the same rule as what was there', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/incidents');
  await comesIn(board, page, 'Vann i kjeller', { address: 'Sjøgata 1' });
  const search = page.getByRole('searchbox', { name: 'Search number, title and address' }).or(page.getByRole('textbox', { name: 'Search number, title and address' }));
  const rows = page.getByRole('row').filter({ hasText: 'Vann i' });
  await search.fill('SJOGATA');
  await expect(rows).toHaveCount(1);
  await comesIn(board, page, 'Vann i loftet', { address: 'Sjo\u0308gata 2' });
  await comesIn(board, page, 'Vann i garasjen', { address: 'Sjogata 3' });
  await comesIn(board, page, 'Vann i stua', { address: 'Storgata 4' });
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
  await search.fill('sjøgata');
  await expect(rows).toHaveCount(1);
  await search.fill('%gata');
  await expect(page.getByText('No incident is like that.')).toBeVisible();
});
