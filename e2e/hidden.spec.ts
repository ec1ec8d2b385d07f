import { ALARM_TOPICS } from '@/lib/protocol/topics';
import { eventually } from '@/testing/eventually';
import { startHttpFront } from '@/testing/http-front';
import { person } from '@/testing/person';
import { bar, expectLive } from './board-test';
import { expect, heard, isSameDocument, test, visibility, type RealTabs } from './real-tabs';

/** Nobody has looked for ten seconds, then the next look at the clock; with room for a busy machine. */
const DROP_MS = 60_000;
/** For so long the server asks not to be tried again. */
const AWAY_S = 120;

/** Whether a stream was asked for with alarms only. */
const isAlarmsOnly = (path: string) => new URLSearchParams(path.split('?')[1]).get('topics') === ALARM_TOPICS;

/** A page and a bare tab, both hidden behind an empty one until their connection asks for alarms only. */
async function hideAll({ browser, road, open }: RealTabs) {
  const pane = await open('/test-pane?tab=1');
  const page = await open('/');
  await expectLive(page);
  expect(road.streams.filter(isAlarmsOnly)).toEqual([]);
  const hiddenAt = Date.now();
  await browser.context.newPage();
  for (const tab of [page, pane]) expect(await visibility(tab)).toBe('hidden');
  await eventually('a stream of alarms only', () => road.streams.some(isAlarmsOnly), DROP_MS);
  console.log(`hidden: alarms only ${Date.now() - hiddenAt} ms after hiding`);
  return { pane, page };
}

test('a browser with hidden tabs only asks for alarms, gets them, and catches up on the rest when it is looked at (R14) [RT19]', async ({ board, realTabs }) => {
  const sender = await person(board.app.url, 'supervisor');
  const tabs = await realTabs('dispatcher5');
  const { road } = tabs;
  const { pane, page } = await hideAll(tabs);

  await sender.broadcast('Not for hidden tabs');
  const sentAt = Date.now();
  await sender.flash({ level: 'warning', title: 'Alarm for hidden tabs' });
  await expect(bar(page)).toContainText('Alarm for hidden tabs');
  console.log(`hidden: the alarm came after ${Date.now() - sentAt} ms`);
  // The broadcast lies before the alarm on the log: had it been asked for, it would be here.
  expect(await heard(pane).textContent()).toBe('0 heard');
  expect(await visibility(page)).toBe('hidden');

  const shownAt = Date.now();
  await page.bringToFront();
  await expect(heard(pane)).toHaveText('1 heard');
  console.log(`hidden: caught up ${Date.now() - shownAt} ms after the first look`);
  expect(isAlarmsOnly(road.streams.at(-1) ?? '')).toBe(false);
  await sender.broadcast('For those who look');
  await expect(heard(pane)).toHaveText('2 heard');
  await expect(bar(page).getByRole('article')).toHaveCount(1);
  expect(await isSameDocument(page)).toBe(true);
});

test('a hidden browser that is looked at while its connection is away tries at once and hears everything again (R14) [RT19]', async ({ board, realTabs }) => {
  const sender = await person(board.app.url, 'supervisor');
  const front = await startHttpFront(board.app.url);
  const tabs = await realTabs('dispatcher6', front.url);
  const { pane, page } = await hideAll(tabs);
  await sender.broadcast('Not for hidden tabs');

  const refused = page.waitForEvent('console', (message) => message.text().includes('(status 503)'));
  front.barStreams((response) => response.writeHead(503, { 'retry-after': String(AWAY_S) }).end());
  await refused;
  await expect(page.getByRole('button', { name: /^Connection: (reconnecting|polling)/ })).toBeVisible();
  front.barStreams(null);
  const shownAt = Date.now();
  await page.bringToFront();
  await expectLive(page);
  console.log(`hidden: live ${Date.now() - shownAt} ms after the first look, though told to wait ${AWAY_S} s`);
  await expect(heard(pane)).toHaveText('1 heard');
  await sender.broadcast('For those who look');
  await expect(heard(pane)).toHaveText('2 heard');
  expect(await isSameDocument(page)).toBe(true);
  await front.stop();
});
