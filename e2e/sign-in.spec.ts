import { expect, expectLive, test } from './board-test';

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

test('ten wrong passwords close the account for a while, also for the right one', async ({ page, board }) => {
  // An account of its own: the stories that follow need theirs.
  await board.sql(`INSERT INTO users (id, email, name, role, password_hash)
    SELECT 'closed', 'closed@example.org', 'Closed', role, password_hash FROM users WHERE email = 'observer@example.org'`);
  const attempt = async (password: string) => {
    const csrf = (await (await page.request.get(`${board.app.url}/api/auth/csrf`)).json()) as { csrfToken: string };
    const answer = await page.request.post(`${board.app.url}/api/auth/callback/credentials`, {
      form: { csrfToken: csrf.csrfToken, email: 'closed@example.org', password, json: 'true' },
    });
    return answer.text();
  };
  for (let i = 0; i < 10; i += 1) expect(await attempt('wrong')).toContain('CredentialsSignin');
  expect(await attempt('watchroom-demo')).toContain('rate_limited');
  await board.sql(`UPDATE users SET disabled_at = now() WHERE id = 'closed'`);
});
