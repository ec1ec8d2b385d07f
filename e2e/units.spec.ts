import type { Page } from '@playwright/test';
import { expect, test } from './board-test';

/** A unit's row on the board. */
const row = (page: Page, callSign: string) => page.getByRole('group', { name: new RegExp(`^${callSign},`) });

/** Gives a unit's row the keyboard. */
async function reach(page: Page, callSign: string): Promise<void> {
  await page.keyboard.press('f');
  await page.keyboard.type(callSign);
  await page.keyboard.press('Enter');
  await expect(row(page, callSign)).toBeFocused();
}

test('one key sets a status, and the row keeps the keyboard while it moves on the board', async ({ desk }) => {
  const { page, complaints } = await desk('dispatcher1', '/units');
  const other = await desk('dispatcher2', '/units');
  await reach(page, 'H21');
  await page.keyboard.press('1');
  await expect(row(page, 'H21')).toHaveAccessibleName(/En route/);
  await expect(row(page, 'H21')).toBeFocused();
  await expect(row(page, 'H21')).toBeInViewport();
  await expect(row(other.page, 'H21')).toHaveAccessibleName(/En route/);
  await page.keyboard.press('8');
  await expect(page.getByRole('alert').filter({ hasText: 'H21' })).toContainText('unusual');

  await page.keyboard.press('7');
  await page.keyboard.type('broken pump');
  await page.keyboard.press('Enter');
  await expect(row(page, 'H21')).toContainText('broken pump');
  await expect(row(page, 'H21')).toBeFocused();
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('the sheet of keys names what sets a status, though the row has not got the keyboard any more', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/units');
  await reach(page, 'R11');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Status Fremme');
  await expect(sheet).toContainText('Send the unit to an incident');
  await page.keyboard.press('Escape');
  const observer = await desk('observer', '/units');
  await observer.page.keyboard.press('?');
  await expect(observer.page.getByRole('dialog', { name: 'Keys' })).toContainText('Next unit');
  await expect(observer.page.getByRole('dialog', { name: 'Keys' })).not.toContainText('Status Fremme');
});

test('a refused status leaves what was typed, and says why', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/units');
  await reach(page, 'R11');
  const refusal = { error: { code: 'not_allowed_now', message: 'The policy refuses it.' } };
  await page.route('**/api/units/*/status', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify(refusal) }));
  await page.keyboard.press('7');
  await page.keyboard.type('kept text');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The policy refuses it.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('kept text');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
});

test('the command line says what Enter will do, does it, and keeps what it could not do', async ({ desk }) => {
  const { page, complaints } = await desk('dispatcher1', '/units');
  const answer = await page.request.post('/api/incidents', { data: { title: 'Smoke from roof', type: 'fire', priority: 'P1' } });
  const { incident } = (await answer.json()) as { incident: { number: string } };
  const line = page.getByRole('combobox', { name: 'Command line' });

  await page.keyboard.press('/');
  await page.keyboard.type(`G11 > ${incident.number}`);
  await expect(page.getByRole('option')).toContainText(`Send G11 to ${incident.number}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Done: Send G11/)).toBeVisible();
  await expect(line).toHaveValue('');
  await expect(row(page, 'G11')).toContainText(incident.number);

  await page.keyboard.type('R99 2');
  await expect(page.getByText('R99 is no unit.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(line).toHaveValue('R99 2');
  await line.fill('G11');
  await page.keyboard.press('Enter');
  await expect(row(page, 'G11')).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a row that somebody is at stays in its place while other units come and go', async ({ desk, board }) => {
  await board.sql(`INSERT INTO units (id, call_sign, name, kind, station, code, state, status_since)
    SELECT gen_random_uuid()::text, 'X' || n, 'Unit ' || n, 'engine', 'North', '5', 'available_mobile', now() FROM generate_series(1, 200) AS n`);
  const { page } = await desk('dispatcher1', '/units');
  await reach(page, 'X100');
  const top = () => row(page, 'X100').evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  const [first] = await board.sql<{ id: string }>(`SELECT id FROM units WHERE call_sign = 'X1'`);
  const counted = page.getByRole('button', { name: 'Standby: 1' });
  await page.request.post(`/api/units/${first?.id}/status`, { data: { code: '8' } });
  await expect(counted).toBeVisible();
  expect(await top()).toBe(before);
  await board.sql(`DELETE FROM unit_status_history WHERE unit_id IN (SELECT id FROM units WHERE call_sign LIKE 'X%')`);
  await board.sql(`DELETE FROM units WHERE call_sign LIKE 'X%'`);
});

test('codes edited by two at once: nothing typed is lost, nobody overwrites unasked', async ({ desk }) => {
  const mine = await desk('admin', '/units/codes');
  const theirs = await desk('admin', '/units/codes');
  const text = mine.page.getByRole('textbox', { name: '2: text' });
  const theirText = theirs.page.getByRole('textbox', { name: '2: text' });
  await text.fill('Framme');
  await theirText.fill('På stedet');
  await theirs.page.getByRole('button', { name: 'Save code 2' }).click();
  await expect(mine.page.getByText('text is now "På stedet"')).toBeVisible();
  await mine.page.getByRole('button', { name: 'Save code 2' }).click();
  await expect(mine.page.getByText('Not saved.')).toBeVisible();
  await expect(text).toHaveValue('Framme');
  await mine.page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(theirText).toHaveValue('Framme');
});

test('an observer looks at units and has no way to change them', async ({ desk }) => {
  const { page } = await desk('observer', '/units');
  await expect(row(page, 'R11')).toBeVisible();
  await expect(page.getByRole('button', { name: /: more$/ })).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('R11 2');
  await expect(page.getByText('You may look at units, not change them.')).toBeVisible();
  await page.goto('/units/codes');
  await expect(page.getByText('Status codes')).toHaveCount(0);
});
