import type { Page, TestInfo } from '@playwright/test';
import { OWN_LISTENER_ID } from '@/lib/realtime/own-listener';
import { bar, expect, expectLive, test } from './board-test';

const indicator = (page: Page, word: string) => page.getByRole('button', { name: new RegExp(`^Connection: ${word}`) });

/** Keeps a picture of a state, beside the others and with the result of the test. */
async function picture(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  const path = `artifacts/${name}.png`;
  await page.screenshot({ path });
  await testInfo.attach(name, { path, contentType: 'image/png' });
}

test('the indicator says live, reconnecting, polling and offline, and never covers the board (R11) [RT17]', async ({ desk, board }, testInfo) => {
  const sender = await desk('supervisor', '/broadcasts');
  // Isolated: what is done to this page's own requests must reach its stream.
  const { page } = await desk('dispatcher6', '/?isolate');
  await picture(page, testInfo, 'indicator-live');
  const logged: string[] = [];
  page.on('console', (message) => message.text().startsWith('[SSE] ') && logged.push(message.text().replace(/^\[SSE\] \S+Z /, '')));

  // Nobody answers, neither streams nor polls.
  await page.route('**/api/sse*', (route) => route.abort());
  await board.app.kill();
  await expect(indicator(page, 'reconnecting')).toBeVisible();
  await picture(page, testInfo, 'indicator-reconnecting');

  // The server is back, only the stream is in the way: news come by polling.
  await board.app.start();
  await expect(indicator(page, 'polling')).toBeVisible({ timeout: 30_000 });
  await picture(page, testInfo, 'indicator-polling');
  await sender.page.request.post('/api/flash', { data: { level: 'info', title: 'Heard while polling' } });
  await expect(bar(page)).toContainText('Heard while polling', { timeout: 15_000 });

  // The way is free again: the stream is won back by itself, and nothing comes twice.
  await page.unroute('**/api/sse*');
  await expect(indicator(page, 'live')).toBeVisible({ timeout: 45_000 });
  await expect(bar(page).getByRole('article')).toHaveCount(1);
  // The browser's own log tells each of these steps once (R12).
  const told = (words: RegExp) => logged.filter((line) => words.test(line)).length;
  expect([told(/^attempt 1 failed/), told(/^falling back to polling after \d+ failed attempts/), told(/^connected at attempt \d+$/)], logged.join('\n')).toEqual([1, 1, 1]);

  await page.context().setOffline(true);
  await expect(indicator(page, 'offline')).toBeVisible();
  await expect(page.getByText(/^outdated · no connection for/)).toBeVisible();
  await picture(page, testInfo, 'indicator-offline');
  await page.context().setOffline(false);
  await expectLive(page);
  await expect(page.getByText(/^outdated/)).toHaveCount(0);
});

test('going from page to page keeps the connection (R13)', async ({ desk, board }) => {
  const start = board.app.output().length;
  // The board also listens to itself, whenever it comes up.
  const opened = () => board.app.output().slice(start).split('\n').filter((line) => line.includes(' opened ') && !line.includes(OWN_LISTENER_ID)).length;
  const { page } = await desk('supervisor', '/');
  await expect.poll(opened).toBe(1);
  await page.getByRole('link', { name: 'Broadcasts' }).click();
  await expect(page.getByLabel('Title')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText('Live messages').first()).toBeVisible();
  await expectLive(page);
  expect(opened()).toBe(1);
});
