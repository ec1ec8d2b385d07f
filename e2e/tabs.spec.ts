import type { Browser, Page } from '@playwright/test';
import type { Board } from '@/testing/board';
import { bar, expect, expectLive, test } from './board-test';

/** Places taken by a user's connections, as the server counts them. */
async function connectionsOf(board: Board, email: string): Promise<number> {
  const [user] = await board.sql<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]);
  return Number(await board.redisCommand('ZCOUNT', `watchroom:leases:${user?.id}`, Date.now(), '+inf'));
}

/** Runs code inside the shared worker, past every page. */
async function inSharedWorker(browser: Browser, expression: string): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId } of targetInfos.filter(({ type }) => type === 'shared_worker')) {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
  await session.detach();
}

async function say(page: Page, title: string): Promise<void> {
  const answer = await page.request.post('/api/flash', { data: { level: 'info', title } });
  expect(answer.status()).toBe(201);
}

test('eight tabs hold one connection, and any of them may close or crash (R13) [RT18]', async ({ desk, board }) => {
  const sender = await desk('supervisor', '/broadcasts');
  const first = await desk('dispatcher1', '/');
  const tabs = [first.page];
  for (let n = 1; n < 8; n += 1) {
    const page = await first.page.context().newPage();
    await page.goto('/');
    await expectLive(page);
    tabs.push(page);
  }
  expect(await connectionsOf(board, 'dispatcher1@example.org')).toBe(1);
  await say(sender.page, 'To all eight');
  for (const page of tabs) await expect(bar(page)).toContainText('To all eight');

  await tabs[0]?.close();
  const crashed = tabs[1]?.waitForEvent('crash');
  await tabs[1]?.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await say(sender.page, 'To those who are left');
  for (const page of tabs.slice(2)) await expect(bar(page)).toContainText('To those who are left');
  expect(await connectionsOf(board, 'dispatcher1@example.org')).toBe(1);
});

test('a worker that dies is replaced within 15 seconds, and nothing is lost (R13) [RT18]', async ({ desk, browser }) => {
  const sender = await desk('supervisor', '/broadcasts');
  const { page } = await desk('dispatcher2', '/');
  const second = await page.context().newPage();
  await second.goto('/');
  await expectLive(second);
  const killedAt = Date.now();
  await inSharedWorker(browser, 'close()');
  await say(sender.page, 'While nobody held the line');
  for (const tab of [page, second]) await expect(bar(tab)).toContainText('While nobody held the line', { timeout: 20_000 });
  expect(Date.now() - killedAt).toBeLessThan(15_000);
  for (const tab of [page, second]) await expect(bar(tab).getByRole('article')).toHaveCount(1);
});

test('the fourth browser of a user is told so, polls, and is live when one is closed (R16) [RT14]', { tag: '@long' }, async ({ board, browser, desk }) => {
  const { url } = await board.addInstance({ SSE_MAX_PER_USER: '3' });
  const sender = await desk('supervisor', '/broadcasts');
  const source = await desk('dispatcher3', '/');
  const cookies = await source.page.context().cookies();
  await source.page.context().close();
  const pages: Page[] = [];
  for (let n = 0; n < 4; n += 1) {
    const context = await browser.newContext({ baseURL: url });
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url })));
    const page = await context.newPage();
    await page.goto('/');
    if (n < 3) await expectLive(page);
    pages.push(page);
  }
  const fourth = pages[3];
  if (!fourth) throw new Error('There are four.');
  const indicator = fourth.getByRole('button', { name: /^Connection: polling/ });
  await expect(indicator).toBeVisible();
  await indicator.click();
  await expect(fourth.getByText(/3 connections open already/).first()).toBeVisible();
  await say(sender.page, 'Heard by polling');
  await expect(bar(fourth)).toContainText('Heard by polling');
  await pages[0]?.context().close();
  await expect(fourth.getByRole('button', { name: /^Connection: live/ })).toBeVisible({ timeout: 45_000 });
  for (const page of pages.slice(1)) await page.context().close();
});
