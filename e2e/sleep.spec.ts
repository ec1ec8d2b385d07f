import { eventually } from '@/testing/eventually';
import { person } from '@/testing/person';
import { bar, expectLive, test as boardTest } from './board-test';
import { expect, heard, isSameDocument, test } from './real-tabs';

// The board's heart beats twice a second: more than seven seconds, well past the watchdog's two and a half beats.
const BEATS_SLEPT_THROUGH = 15;

test('a machine that slept while its connection died is live at once and has what it missed, once (R6, R13) [RT4]', async ({ board, realTabs }) => {
  const sender = await person(board.app.url, 'supervisor');
  const { browser, road, open } = await realTabs('dispatcher3');
  const pane = await open('/test-pane?tab=1');
  const page = await open('/');
  await expectLive(page);
  await sender.broadcast('Before');
  await expect(heard(pane)).toHaveText('1 heard');

  road.goDead();
  await browser.sleep();
  await sender.broadcast('During its sleep');
  await sender.flash({ level: 'warning', title: 'Sent during its sleep' });
  await eventually('the beats of its sleep', () => road.lost >= BEATS_SLEPT_THROUGH, 60_000);
  const before = road.streams.length;
  road.heal();
  browser.wake();

  const wokenAt = Date.now();
  await expect(bar(page)).toContainText('Sent during its sleep');
  await expectLive(page);
  expect(road.streams.length).toBeGreaterThan(before);
  console.log(`sleep: live again and up to date ${Date.now() - wokenAt} ms after waking`);
  await expect(heard(pane)).toHaveText('2 heard');
  await sender.broadcast('Afterwards');
  await expect(heard(pane)).toHaveText('3 heard');
  await expect(bar(page).getByRole('article')).toHaveCount(1);
  expect(await isSameDocument(page)).toBe(true);
});

boardTest('a browser without a network says offline, and with one again live and up to date, in every tab (R6, R11)', async ({ board, desk }) => {
  const sender = await person(board.app.url, 'supervisor');
  const { page } = await desk('dispatcher4', '/');
  const second = await page.context().newPage();
  await second.goto('/');
  await expectLive(second);
  const tabs = [page, second];
  for (const tab of tabs) await tab.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.context().setOffline(true);
  for (const tab of tabs) await expect(tab.getByRole('button', { name: /^Connection: offline/ })).toBeVisible();
  await sender.flash({ level: 'info', title: 'Sent while they were offline' });
  for (const tab of tabs) await expect(bar(tab)).not.toContainText('Sent while they were offline');
  await page.context().setOffline(false);
  const backAt = Date.now();
  for (const tab of tabs) {
    await expectLive(tab);
    await expect(bar(tab)).toContainText('Sent while they were offline');
    await expect(bar(tab).getByRole('article')).toHaveCount(1);
    expect(await isSameDocument(tab)).toBe(true);
  }
  console.log(`offline: live and up to date ${Date.now() - backAt} ms after the network came back`);
});
