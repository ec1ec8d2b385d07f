import { bar, expect, expectLive, signInto, test } from './board-test';
import { keepPicture } from './looks';

test('a restarted server is noticed, said, and what was sent meanwhile arrives without a reload (R6, R8, R11)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher4', '/');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await board.app.kill();
  await expect(page.getByRole('button', { name: /^Connection: (reconnecting|offline)/ })).toBeVisible();
  await keepPicture(page, 'indicator-reconnecting');
  await board.app.start();
  await expectLive(page);
  const supervisor = await desk('supervisor', '/broadcasts');
  await supervisor.page.request.post('/api/flash', { data: { level: 'warning', title: 'Sent after the restart' } });
  await expect(bar(page)).toContainText('Sent after the restart');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('with the database down sending says so and the text stays in the form (F5)', async ({ desk, board }) => {
  const { page } = await desk('supervisor', '/broadcasts');
  await page.getByLabel('Title').fill('Water main broken in Storgata');
  await page.getByLabel('Text', { exact: true }).fill('Use the hydrant at the church.');
  await board.postgres.stop();
  try {
    await page.getByRole('button', { name: /^Send/ }).click();
    await expect(page.getByText(/database does not answer/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByLabel('Title')).toHaveValue('Water main broken in Storgata');
    await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Use the hydrant at the church.');
    await keepPicture(page, 'database-down');
  } finally {
    await board.postgres.start();
  }
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(bar(page)).toContainText('Water main broken in Storgata', { timeout: 30_000 });
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('');
});

test('a page that is asked for while the database is away says so, and comes by itself when it is back', async ({ board, browser }) => {
  const context = await browser.newContext({ baseURL: board.app.url });
  await signInto(context, board, 'dispatcher4');
  const page = await context.newPage();
  await board.postgres.stop();
  try {
    await page.goto('/units');
    await expect(page.getByRole('heading', { name: 'This page could not be shown.' })).toBeVisible({ timeout: 30_000 });
  } finally {
    await board.postgres.start();
  }
  await expect(page.getByText('R11', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expectLive(page);
  await context.close();
});

test('with the event log down a message is kept, said to be waiting, and arrives when the log is back (R10) [RT17]', async ({ desk, board }) => {
  const sender = await desk('supervisor', '/broadcasts');
  const { page } = await desk('dispatcher5', '/');
  await board.redis.kill();
  await sender.page.getByLabel('Title').fill('Sent while the log was down');
  await sender.page.getByRole('button', { name: /^Send/ }).click();
  await expect(sender.page.getByText(/log is down/)).toBeVisible();
  await board.redis.start();
  await expect(bar(page)).toContainText('Sent while the log was down', { timeout: 30_000 });
  await expect(bar(page).getByRole('article').filter({ hasText: 'Sent while the log was down' })).toHaveCount(1);
});
