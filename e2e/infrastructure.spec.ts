import type { Page } from '@playwright/test';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';
import { ALARM_TOPICS } from '@/lib/protocol/topics';
import type { Board } from '@/testing/board';
import { eventually } from '@/testing/eventually';
import { startHttpFront } from '@/testing/http-front';
import { person } from '@/testing/person';
import { expectLive, signInto } from './board-test';
import { keepPicture } from './looks';
import { expect, test, visibility } from './real-tabs';

/** The machine is looked at every ten seconds, and one good look is not enough. */
const ALL_UP_MS = 60_000;
const CHANGE_MS = 60_000;
/** Nobody has looked for ten seconds, then the next look at the clock; with room for a busy machine. */
const DROP_MS = 60_000;
const REPORTED_MS = 8_000;
const SEVEN = ['Database', 'Redis', 'Event stream', 'Web app', 'Sign-in', 'Name resolution', 'Disk and memory'] as const;
/** What looks after this machine itself may warn where tests run. */
const SURE = SEVEN.slice(0, 6);

const services = (page: Page) => page.getByRole('list', { name: 'Services' }).getByRole('listitem');
const row = (page: Page, name: string) => services(page).filter({ has: page.getByRole('button', { name, exact: true }) });
const bar = (page: Page, name: string) => page.getByRole('slider', { name: `${name}, last 24 hours` });

async function expectAllUp(page: Page): Promise<void> {
  for (const name of SURE) await expect(row(page, name)).toContainText(/Up\d/, { timeout: ALL_UP_MS });
  await expect(row(page, 'Disk and memory')).toContainText(/(Up|Warning)\d/, { timeout: ALL_UP_MS });
}

/** Ticks that one instance has handed to its clients so far. */
async function ticksSent(board: Board, instanceId: string): Promise<number> {
  const answer = await fetch(`${board.app.url}/api/metrics`, { headers: { authorization: `Bearer ${board.secrets.metricsToken}` } });
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('sse_ticks_sent_total') && line.includes(instanceId));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Waits until services have been looked at for so long from now on. */
async function looksFor(board: Board, durationMs: number): Promise<void> {
  const observer = await person(board.app.url, 'observer');
  const until = Date.now() + durationMs;
  await eventually(`looks for ${durationMs} ms`, async () => Date.parse(infrastructureSchema.parse((await observer.get('/api/infrastructure')).json()).checked_at ?? '') > until, durationMs + CHANGE_MS, 500);
}

test('seven services are up, each with its latency, its day and its uptime, and the overview has them in a line (N3, N5)', async ({ desk }) => {
  const { page, complaints } = await desk('dispatcher1', '/infrastructure');
  await expectAllUp(page);
  await expect(services(page)).toHaveCount(SEVEN.length);
  await expect(row(page, 'Database')).toContainText(/\d ms/);
  // A board that began a moment ago knows nothing of a year: it says of how long it tells, and of longer times nothing.
  await expect(row(page, 'Database')).toContainText(/of \d+ (min|h)[\d.]+ %Uptime 30 d—Uptime 1 y—/, { timeout: 140_000 });
  await expect(page.getByText(/^checked \d s ago$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Monitors' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Overview' }).click();
  const strip = page.getByRole('region', { name: 'Infrastructure' });
  for (const name of SEVEN) await expect(strip.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(strip.getByRole('link', { name: /^Infrastructure: [67] up/ })).toBeVisible();
  await strip.getByRole('link').click();
  await expect(services(page)).toHaveCount(SEVEN.length);
  expect(complaints).toEqual([]);
});

test('a database that goes away is down on the open page, and up again when it is back (N4)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher2', '/infrastructure');
  const admin = await desk('admin', '/infrastructure?sort=problems');
  await expectAllUp(page);
  await page.getByRole('button', { name: 'Redis', exact: true }).click();
  await expect(row(page, 'Redis')).toContainText('None since Watchroom began to watch Redis.');
  await page.getByRole('button', { name: 'Redis', exact: true }).click();
  const stoppedAt = Date.now();
  await board.postgres.stop();
  try {
    await expect(row(page, 'Database')).toContainText(/[12] of 3 fails/, { timeout: CHANGE_MS });
    await expect(row(page, 'Database')).toContainText(/Down\d/, { timeout: CHANGE_MS });
    console.log(`infrastructure: down ${Date.now() - stoppedAt} ms after the database was stopped`);
    await expect(page.getByRole('status').filter({ hasText: 'Database is down' })).toBeVisible();
    await expect(row(page, 'Redis')).toContainText(/Up\d/);
    // Nothing moves unless that was asked for.
    await expect(services(page).first()).toContainText('Database');
    await expect(services(admin.page).first()).toContainText('Database');
    await page.getByRole('button', { name: '1 down' }).click();
    await expect(services(page)).toHaveCount(1);
    await expect(page).toHaveURL(/state=down/);
    await page.goBack();
    await expect(services(page)).toHaveCount(SEVEN.length);
    await keepPicture(page, 'infrastructure-down');
  } finally {
    await board.postgres.start();
  }
  const startedAt = Date.now();
  await expect(row(page, 'Database')).toContainText(/Up\d/, { timeout: CHANGE_MS });
  console.log(`infrastructure: up ${Date.now() - startedAt} ms after the database was started`);
  // What was wrong is still told when all is well again, and for how long it was.
  await page.getByRole('button', { name: 'Database', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Last outages of Database' }).getByRole('listitem').first()).toContainText(/^Down.+for \d+ (s|min).*The database does not answer\.$/);
  await keepPicture(page, 'infrastructure-outages');
  await expect(admin.page.getByRole('main').getByRole('link', { name: 'Monitors' })).toHaveAttribute('href', '/monitors');
});

test('without its stream the page asks every ten seconds, says so, keeps what it is told, and stops asking when the stream is back (N6)', { tag: '@long' }, async ({ board, browser }) => {
  const front = await startHttpFront(board.app.url);
  const context = await browser.newContext({ baseURL: front.url });
  await signInto(context, board, 'dispatcher3', front.url);
  const page = await context.newPage();
  const askedAt: number[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/infrastructure') askedAt.push(Date.now());
  });
  await page.goto('/infrastructure');
  await expectLive(page);
  await expectAllUp(page);
  // Whenever a service loses its state from now on, however short, it is noted.
  await page.evaluate(() => {
    const seen = { unknown: 0 };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (document.querySelector('main ul')?.textContent?.includes('Unknown')) seen.unknown += 1;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

  const before = askedAt.length;
  const cutAt = Date.now();
  front.barStreams((response) => response.writeHead(503).end());
  await expect(page.getByText('No live stream: asks every 10 s.')).toBeVisible({ timeout: 20_000 });
  console.log(`infrastructure: said so ${Date.now() - cutAt} ms after the cut`);
  await eventually('two questions', () => askedAt.length >= before + 2, 120_000);
  const gaps = askedAt.slice(before + 1).map((at, index) => at - (askedAt[before + index] ?? 0));
  console.log(`infrastructure: asked after ${(askedAt[before] ?? 0) - cutAt} ms, then every ${gaps.join(', ')} ms`);
  for (const gap of gaps) expect(gap).toBeGreaterThan(8_000);
  expect(await page.evaluate(() => 'seen' in window && window.seen)).toEqual({ unknown: 0 });
  await keepPicture(page, 'infrastructure-asking');

  front.barStreams(null);
  // Its own next attempt may be half a minute away.
  await expect(page.getByRole('button', { name: /^Connection: live/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('No live stream')).toHaveCount(0);
  const asked = askedAt.length;
  // Ticks move it again: were the page still asking, one of its questions would fall into this time.
  await looksFor(board, 12_000);
  await expect(page.getByText(/^checked [0-4] s ago$/)).toBeVisible();
  expect(askedAt.length).toBe(asked);
  await context.close();
  await front.stop();
});

test('a hidden page gets no ticks, counted at the server, and is current again when it is looked at (N6)', { tag: '@long' }, async ({ board, realTabs }) => {
  // An instance of its own, which does not look at services: nobody but this page hears ticks there.
  const other = await board.addInstance({ INFRA_COLLECT: '0' });
  const { browser, road, open } = await realTabs('dispatcher4', other.url);
  const page = await open('/infrastructure');
  await expectLive(page);
  await expectAllUp(page);
  await page.getByRole('button', { name: /^Connection: live/ }).click();
  const instanceId = (await page.getByRole('dialog').getByRole('definition').nth(1).textContent()) ?? '';
  expect(instanceId).toMatch(/^[0-9a-f-]{8,}$/);
  await page.keyboard.press('Escape');
  const shown = await ticksSent(board, instanceId);
  await expect.poll(() => ticksSent(board, instanceId)).toBeGreaterThan(shown);

  await browser.context.newPage();
  expect(await visibility(page)).toBe('hidden');
  await eventually('a stream of alarms only', () => road.streams.some((path) => new URLSearchParams(path.split('?')[1]).get('topics') === ALARM_TOPICS), DROP_MS);
  // Instances report what they count every few seconds.
  await looksFor(board, REPORTED_MS);
  const hidden = await ticksSent(board, instanceId);
  await looksFor(board, 10_000 + REPORTED_MS);
  expect(await ticksSent(board, instanceId)).toBe(hidden);

  const shownAt = Date.now();
  await page.bringToFront();
  await expect(page.getByText(/^checked [0-4] s ago$/)).toBeVisible({ timeout: 10_000 });
  await expect(row(page, 'Database')).toContainText(/Up\d/, { timeout: 10_000 });
  console.log(`infrastructure: current ${Date.now() - shownAt} ms after the first look`);
  await other.stop();
});

test('when nobody looks any more every state turns to unknown, on a page that is live and on one that is cut off (N4)', { tag: '@long' }, async ({ board, desk, browser }) => {
  const other = await board.addInstance({ INFRA_COLLECT: '0' });
  const context = await browser.newContext({ baseURL: other.url });
  try {
    await signInto(context, board, 'dispatcher5', other.url);
    const live = await context.newPage();
    await live.goto('/infrastructure');
    await expectLive(live);
    await expectAllUp(live);
    const { page: cutOff } = await desk('dispatcher6', '/infrastructure');
    await expectAllUp(cutOff);

    const killedAt = Date.now();
    await board.app.kill();
    for (const [name, page] of [['live', live], ['cut off', cutOff]] as const) {
      await expect(row(page, 'Database')).toContainText(/Unknown\d/, { timeout: CHANGE_MS });
      console.log(`infrastructure: ${name} page: Database unknown ${Date.now() - killedAt} ms after its collector was killed`);
    }
    for (const page of [live, cutOff]) {
      for (const name of SEVEN) await expect(row(page, name)).toContainText(/Unknown\d/, { timeout: CHANGE_MS });
      for (const name of SEVEN) await expect(row(page, name)).not.toContainText(/Up\d/);
    }
    await expectLive(live);
    await expect(live.getByText(/^outdated · nobody has looked for/)).toBeVisible();
    await expect(cutOff.getByText(/^outdated · no connection for/)).toBeVisible();
    await keepPicture(live, 'infrastructure-unknown');
    await keepPicture(cutOff, 'infrastructure-cut-off');

    await board.app.start();
    await expectAllUp(live);
    await expectAllUp(cutOff);
  } finally {
    await context.close();
    await other.stop();
  }
});

test('the day of a service is one control: the arrow keys tell each half hour, j and k and Enter do what they do elsewhere (N5)', async ({ desk }) => {
  const { page, complaints } = await desk('observer', '/infrastructure');
  await expectAllUp(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Database', exact: true })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Redis', exact: true })).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Database', exact: true })).toHaveAttribute('aria-expanded', 'true');
  await expect(row(page, 'Database')).toContainText('every 2 s');

  await page.keyboard.press('Tab');
  const day = bar(page, 'Database');
  await expect(day).toBeFocused();
  await expect(day).toHaveAttribute('aria-valuenow', '48');
  // A half hour that has just begun is counted within a minute, and asked for within another; the board of these stories has also been down.
  await expect(day).toHaveAttribute('aria-valuetext', /^\d\d:\d\d to \d\d:\d\d: (?!Nothing known)/, { timeout: 140_000 });
  await page.keyboard.press('Home');
  await expect(day).toHaveAttribute('aria-valuenow', '1');
  await expect(day).toHaveAttribute('aria-valuetext', /^\d\d:\d\d to \d\d:\d\d: Nothing known$/);
  await page.keyboard.press('ArrowRight');
  await expect(day).toHaveAttribute('aria-valuenow', '2');
  const told = await day.getAttribute('aria-valuetext');
  await expect(row(page, 'Database')).toContainText((told ?? '').replace(': ', ''));
  await page.keyboard.press('Escape');
  await expect(row(page, 'Database')).not.toContainText((told ?? '').replace(': ', ''));
  await expect(day).toHaveAccessibleDescription(/^Last 24 hours: up/);
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Redis', exact: true })).toBeFocused();
  expect(complaints).toEqual([]);
});

test('the wall fills a large screen without scrolling, and Esc leads back (N5)', async ({ desk }) => {
  const { page } = await desk('observer', '/infrastructure?view=wall');
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await expect(services(page)).toHaveCount(SEVEN.length);
  await expect(page.getByRole('status').filter({ hasText: /services? (is|are)|All/ }).first()).toBeVisible();
  expect(await page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);
  for (const tile of await services(page).all()) await expect(tile).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/view=wall/);
  await expect(page.getByRole('button', { name: 'Wallboard' })).toBeVisible();
});
