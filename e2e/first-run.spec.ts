import AxeBuilder from '@axe-core/playwright';
import { startBoard, type Board } from '@/testing/board';
import { eventually } from '@/testing/eventually';
import { FIRST_RUN_KEY, hashFirstRunToken } from '@/lib/server/auth/first-run-token';
import { expect, expectLive, test } from './board-test';

const TOKEN = 'the-token-of-this-start';
let fresh: Board;

// A board of its own: without a demonstration the server closes the demo accounts, so that nobody can sign in.
test.beforeAll(async () => {
  fresh = await startBoard({ env: { DEMO: '0' } });
  await eventually('the demo accounts to be closed', async () => (await fresh.sql(`SELECT 1 FROM users WHERE disabled_at IS NULL AND password_hash <> 'none'`)).length === 0);
  await fresh.sql('INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, now())', [FIRST_RUN_KEY, JSON.stringify({ hash: hashFirstRunToken(TOKEN) })]);
});
test.afterAll(() => fresh.stop());

test('the first admin of a new board is made with the printed address, signs in, and the page is gone (A7)', async ({ page }) => {
  await page.goto(`${fresh.app.url}/`);
  await page.getByRole('link', { name: 'Make the first admin' }).click();
  await expect(page.getByRole('heading', { name: 'Make the first admin' })).toBeVisible();

  await page.getByRole('button', { name: 'Make the account' }).click();
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations).toEqual([]);
  await expect(page.getByText('Write the token that the start has printed.')).toBeVisible();
  await page.getByLabel('Token').fill('another');
  await page.getByLabel('Name').fill('Astrid Nygård');
  await page.getByLabel('E-mail').fill('astrid@example.net');
  await page.locator('input[type=password]').fill('short');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await page.locator('input[type=password]').fill('a good long password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This is not the token/)).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Astrid Nygård');

  // The address that the start prints fills the token in.
  await page.goto('about:blank');
  await page.goto(`${fresh.app.url}/first-run#token=${TOKEN}`);
  await expect(page.getByLabel('Token')).toHaveValue(TOKEN);
  await page.getByLabel('Name').fill('Astrid Nygård');
  await page.getByLabel('E-mail').fill('astrid@example.net');
  await page.locator('input[type=password]').fill('a good long password');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in\?made=admin$/);
  await expect(page.getByText(/Your account is there\. Sign in/)).toBeVisible();
  await page.getByLabel('E-mail').fill('astrid@example.net');
  await page.locator('input[type=password]').fill('a good long password');
  await page.keyboard.press('Enter');
  await expectLive(page);
  await expect(page.getByText('Astrid Nygård')).toBeVisible();
  const gone = await page.goto(`${fresh.app.url}/first-run`);
  expect(gone?.status()).toBe(404);
});
