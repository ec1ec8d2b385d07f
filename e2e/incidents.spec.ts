import type { Page } from '@playwright/test';
import { expect, test } from './board-test';

test('an incident is created in one line and accepted by key, live on every screen', async ({ desk }) => {
  const { page, complaints } = await desk('dispatcher1', '/incidents');
  const other = await desk('dispatcher2', '/');

  await page.keyboard.press('n');
  await page.keyboard.type('p1 fire Smoke from roof @ Storgata 3, Lillehammer # Kari 91234567');
  await expect(page.getByRole('list', { name: 'Understood as' }).getByRole('listitem')).toHaveText([/P1/, /Fire/, /Smoke from roof/, /Storgata 3, Lillehammer/, /Kari 91234567/]);
  await page.reload();
  const line = page.getByRole('textbox', { name: 'New incident' });
  await expect(line).toHaveValue(/^p1 fire Smoke/);
  await line.press('Enter');
  await expect(line).toHaveValue('');

  const row = page.getByRole('row').filter({ hasText: 'Smoke from roof' });
  await expect(row).toContainText('New');
  const there = other.page.getByRole('list', { name: 'Open incidents', exact: true }).getByRole('listitem').filter({ hasText: 'Smoke from roof' });
  await expect(there).toContainText('New');

  await line.press('Escape');
  await page.keyboard.press('j');
  await expect(row.getByRole('link')).toBeFocused();
  await page.keyboard.press('a');
  await expect(row).toContainText('Active');
  await expect(there).toContainText('Active');
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('whoever accepts an incident is its owner, on every screen; a colleague takes it over by key', async ({ desk }) => {
  const first = await desk('dispatcher1');
  const answer = await first.page.request.post('/api/incidents', { data: { title: 'Whose is it', type: 'other', priority: 'P4' } });
  const { incident } = (await answer.json()) as { incident: { id: string } };
  const second = await desk('dispatcher2', `/incidents/${incident.id}`);
  const owner = (page: Page) => page.getByRole('definition').filter({ has: page.locator('xpath=preceding-sibling::dt[text()="Owner"]') });
  await expect(owner(second.page)).toHaveText(/^nobody/);
  await first.page.goto(`/incidents/${incident.id}`);
  await first.page.getByRole('button', { name: /^Accept/ }).click();
  for (const { page } of [first, second]) await expect(owner(page)).toHaveText(/^Ingrid Bakken/);
  await expect(first.page.getByRole('button', { name: /^Take/ })).toHaveCount(0);
  await second.page.keyboard.type('sh');
  for (const { page } of [first, second]) await expect(owner(page)).toHaveText(/^Jonas Lie/);
  await expect(first.page.getByRole('group', { name: 'Log' })).toContainText('Owner: Jonas Lie');
});

test('a line whose answer was lost creates one incident, however often it is sent', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/incidents');
  await page.route('**/api/incidents', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort();
  });
  const line = page.getByRole('textbox', { name: 'New incident' });
  await line.fill('p2 traffic Lost answer');
  await line.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Not created' })).toBeVisible();
  await expect(line).toHaveValue('p2 traffic Lost answer');

  await page.unroute('**/api/incidents');
  await page.reload();
  await line.press('Enter');
  await expect(line).toHaveValue('');
  expect(await board.sql(`SELECT id FROM incidents WHERE title = 'Lost answer'`)).toHaveLength(1);
});

test('a line that could not be sent says so, and says when it can be (A14)', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/incidents');
  const line = page.getByRole('textbox', { name: 'New incident' });
  await line.click();
  await page.keyboard.type('p2 traffic Written offline');
  await page.context().setOffline(true);
  await page.keyboard.press('Enter');
  const note = page.getByRole('alert').filter({ hasText: 'Not created' });
  await expect(note).toContainText('try again when the connection is back');
  await page.context().setOffline(false);
  await expect(note).toContainText('The connection is back: press Enter to send. Your line is kept.', { timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
});

test('an address with nonsense in it shows the open incidents, and a filter can be gone back from', async ({ desk }) => {
  const { page } = await desk('observer', '/incidents?view=nonsense&priority=P9');
  await expect(page.getByRole('textbox', { name: 'New incident' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('open');
  await page.getByRole('combobox', { name: 'Type' }).selectOption('flood');
  await expect(page).toHaveURL(/type=flood/);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('');
});

test('a room bears its number and title in the browser’s tab', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/incidents');
  const answer = await page.request.post('/api/incidents', { data: { title: 'Named in the tab', type: 'fire', priority: 'P3' } });
  const { incident } = (await answer.json()) as { incident: { id: string; number: string } };
  await page.goto(`/incidents/${incident.id}`);
  await expect(page).toHaveTitle(new RegExp(`${incident.number} Named in the tab · Watchroom$`));
});
