import { sessionCookie } from '@/testing/session-cookie';
import { expect, expectLive, test } from './board-test';
import { keepPicture } from './looks';

const HOUR_MS = 3_600_000;

test.beforeEach(async ({ page, board }) => {
  await page.goto(`${board.app.url}/`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('somebody signs in with the keyboard alone and lands on a live board (A1)', async ({ page }) => {
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type('dispatcher3@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type('watchroom-demo');
  await page.keyboard.press('Enter');
  await expectLive(page);
  await expect(page.getByText('Kari Strand')).toBeVisible();
});

test('a wrong password gets a sentence and keeps the address', async ({ page }) => {
  await page.getByLabel('E-mail').fill('admin@example.org');
  await page.locator('input[type=password]').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('admin@example.org');
});

test('somebody who must sign in first comes back to the page, its query and its mark (A1)', async ({ page, board }) => {
  await page.goto(`${board.app.url}/incidents?view=all#top`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel('E-mail').fill('dispatcher3@example.org');
  await page.locator('input[type=password]').fill('watchroom-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${board.app.url}/incidents?view=all#top`);
});

test('too many wrong passwords get a sentence with the time to wait, and what was typed stays', async ({ page }) => {
  await page.getByLabel('E-mail').fill('closed@example.org');
  await page.locator('input[type=password]').fill('wrong');
  const problem = page.getByRole('alert').filter({ hasText: /Too many attempts\. Try again in 1[45] min/ });
  for (let n = 0; n < 6; n += 1) {
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.keyboard.press('Enter');
    await answered;
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  }
  await expect(problem).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('closed@example.org');
});

test('a sign-in that ends within a quarter of an hour says so on every page, and is made anew in time (A1)', async ({ page, board }) => {
  // Twelve hours are the most; ten minutes of them are left.
  const [name = '', value = ''] = (await sessionCookie(board, 'dispatcher3@example.org', 12 * HOUR_MS - 10 * 60_000)).split('=');
  await page.context().addCookies([{ name, value, url: board.app.url }]);
  const notice = page.getByRole('group', { name: 'Sign-in ends' }).filter({ visible: true });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${board.app.url}/incidents?view=all`);
    await expectLive(page);
    await expect(notice).toHaveText(/^Your sign-in ends at \d\d:\d\dSign in again$/);
    await keepPicture(page, `sign-in-ends-${width}`);
  }
  await notice.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByLabel('E-mail').fill('dispatcher3@example.org');
  await page.locator('input[type=password]').fill('watchroom-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${board.app.url}/incidents?view=all`);
  await expectLive(page);
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: /account and settings$/ }).click();
  await expect(page.getByText(/^Signed in until/)).toBeVisible();
});
