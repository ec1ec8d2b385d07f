import type { Page } from '@playwright/test';
import { eventually } from '@/testing/eventually';
import { expect, expectLive, signInto, test, type Desk } from './board-test';

const TITLE = 'Smoke over the lake';

/** Marks the page, and tells whether it is still the same one: a browser navigation makes another. */
async function watched(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same', 'yes'));
  return () => page.evaluate(() => document.documentElement.getAttribute('data-same') === 'yes');
}

async function incident({ page }: Desk): Promise<string> {
  const answer = await page.request.post('/api/incidents', { data: { title: TITLE, type: 'fire', priority: 'P2', location: { address: 'Strandgata 9' } } });
  return ((await answer.json()) as { incident: { id: string } }).incident.id;
}

/** Until the page has loaded the pieces that it keeps for later: none came within a while. */
async function settled(page: Page): Promise<void> {
  let before = -1;
  await eventually('the page to load nothing any more', async () => {
    const pieces = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/_next/static/')).length);
    const isStill = pieces === before;
    before = pieces;
    return isStill;
  }, 30_000, 1_500);
}

const main = (page: Page) => page.locator('main');
const text = (page: Page) => page.getByRole('textbox', { name: 'Write into the room' }).or(page.locator('main textarea'));

test('without the network every page that is gone to shows what this tab knows, with its age; nothing leaves the board, and all of it comes back by itself', async ({ desk }) => {
  test.slow();
  const seat = await desk('dispatcher1', '/');
  const { page } = seat;
  const id = await incident(seat);
  const other = await incident(seat);
  await page.goto(`/incidents/${id}`);
  await expectLive(page);
  await settled(page);
  const isSame = await watched(page);
  await page.context().setOffline(true);

  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/units$/);
  await expect(main(page).getByText('R11', { exact: true }).first()).toBeVisible();
  await expect(main(page).getByText(/^outdated · no connection for/)).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: /^Incidents/ }).first().click();
  await expect(page).toHaveURL(/\/incidents$/);
  await expect(main(page).getByText(/that this tab knows$/)).toBeVisible();
  await main(page).getByRole('link', { name: TITLE }).first().click();
  await expect(page).toHaveURL(new RegExp(`/incidents/(${id}|${other})$`));
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(main(page).getByText('Strandgata 9')).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/\/incidents$/);
  await expect(main(page).getByRole('link', { name: TITLE })).not.toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(text(page).first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(main(page).getByText('This page needs the server, which cannot be reached.')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/incidents$/);
  expect(await isSame()).toBe(true);

  await page.context().setOffline(false);
  await expectLive(page);
  await expect(main(page).getByText(/that this tab knows$/)).toHaveCount(0, { timeout: 30_000 });
  await expect(main(page).getByRole('row').filter({ hasText: TITLE })).not.toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/\/bonfires$/);
  await expect(page.getByRole('region', { name: 'Bonfires', exact: true })).toBeVisible();
  expect(await isSame()).toBe(true);
});

test('a server that goes away between two keys: the page that is asked for in vain is shown all the same', async ({ desk, board }) => {
  test.slow();
  const seat = await desk('dispatcher2', '/');
  const { page } = seat;
  await settled(page);
  const isSame = await watched(page);
  await page.keyboard.press('g');
  await board.app.kill();
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/units$/);
  await expect(main(page).getByText('R11', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: /^Bonfires/ }).first().click();
  await expect(page).toHaveURL(/\/bonfires$/);
  await expect(page.getByRole('region', { name: 'Bonfires', exact: true })).toBeVisible();
  expect(await isSame()).toBe(true);
  await board.app.start();
  await expectLive(page);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(main(page).getByRole('region', { name: 'Incidents', exact: true })).toBeVisible();
  await expect(main(page).getByText(/that this tab knows$/)).toHaveCount(0);
  expect(await isSame()).toBe(true);
});

test('what somebody types in a page that stands in is not taken from under their fingers when the connection is back', async ({ desk }) => {
  const seat = await desk('dispatcher4', '/');
  const { page } = seat;
  await settled(page);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: /^Incidents/ }).first().click();
  await expect(main(page).getByText(/that this tab knows$/)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('p3 fire Smo');
  await page.context().setOffline(false);
  await expectLive(page);
  await page.keyboard.type('ke gu');
  const line = page.getByLabel('New incident', { exact: true });
  await expect(line).toBeFocused();
  await expect(line).toHaveValue('p3 fire Smoke gu');
  await expect(page).toHaveURL(/\/incidents$/);

  // Whoever goes on before the server's own page is there gets to where they go, also when the focus moves meanwhile.
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/_rsc/, (route) => held.then(() => route.continue()));
  await page.keyboard.press('Escape');
  const asked = page.waitForRequest(/\/units\?_rsc/);
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await asked;
  await page.getByRole('link', { name: /^Bonfires/ }).first().focus();
  await page.keyboard.press('Tab');
  letGo();
  await expect(page).toHaveURL(/\/units$/);
});

test('the network goes in the first moment after a load: the board stays, and the page that is wanted comes when it is back', async ({ board, browser }) => {
  const context = await browser.newContext({ baseURL: board.app.url });
  await signInto(context, board, 'dispatcher3');
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: /^Connection:/ }).waitFor();
  await context.setOffline(true);
  const isSame = await watched(page);
  await page.getByRole('link', { name: /^Units/ }).first().click();
  await expect(page).toHaveURL(/\/units$/);
  await expect(page.getByRole('button', { name: /^Connection:/ })).toBeVisible();
  await expect(main(page).getByText('R11', { exact: true }).first().or(main(page).getByText('This page was not loaded before the connection was lost.'))).toBeVisible();
  await context.setOffline(false);
  await expectLive(page);
  await expect(main(page).getByText('R11', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  expect(await isSame()).toBe(true);
  await context.close();
});
