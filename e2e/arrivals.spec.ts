import type { Page } from '@playwright/test';
import type { Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';
import { bar, expect, test } from './board-test';

/** Somebody else's incident; gives its id. */
async function comesIn(board: Board, page: Page, incident: Readonly<Record<string, unknown>>): Promise<string> {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  const answer = await page.request.post(`${board.app.url}/api/incidents`, { headers, data: incident });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { incident: { id: string } }).incident.id;
}

async function sends(board: Board, page: Page, flash: Readonly<Record<string, unknown>>): Promise<string> {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  const answer = await page.request.post(`${board.app.url}/api/flash`, { headers, data: flash });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { flash: { id: string } }).flash.id;
}

/** Counts the tones that the page makes. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...at) {
      window.tones += 1;
      return start.apply(this, at);
    };
  });
  return () => page.evaluate(() => window.tones);
}

declare global {
  interface Window {
    tones: number;
  }
}

const line = (page: Page) => page.getByRole('group', { name: 'What came in' });

test('a new P1 is heard, seen and counted on a page that shows no incidents, and opened by key (A1, X5)', async ({ desk, board }) => {
  const { page, complaints } = await desk('dispatcher1', '/units');
  const other = await desk('dispatcher2', '/infrastructure');
  // One key, and the browser lets sound through.
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Sound is on' }).waitFor();
  const tones = await countTones(page);
  const before = await page.getByRole('link', { name: /^\d+ new$/ }).innerText();

  const id = await comesIn(board, page, { priority: 'P1', type: 'fire', title: 'House fire, people inside', location: { address: 'Storgata 17, Moelv' } });
  await expect(line(page)).toContainText(/P1.*House fire, people inside.*Storgata 17, Moelv/s);
  await expect(page).toHaveTitle(/^\(\d+\) Units/);
  await expect(page.locator('head link[rel="icon"]').last()).toHaveAttribute('href', '/icon-alarm.svg');
  await expect(page.getByRole('link', { name: /^\d+ new$/ })).toHaveText(`${Number.parseInt(before, 10) + 1} new`);
  expect(await tones()).toBe(6);

  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/incidents/${id}`));
  await expect(line(page)).toHaveCount(0);

  // Taken up here, it goes there.
  await expect(line(other.page)).toContainText('House fire, people inside');
  await page.keyboard.type('st');
  await expect(line(other.page)).toHaveCount(0);
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('a critical message sounds again and again until it is acknowledged (X5)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/units');
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Sound is on' }).waitFor();
  await page.clock.install();
  const tones = await countTones(page);
  await sends(board, page, { level: 'critical', title: 'Radio network down' });
  await expect.poll(tones).toBeGreaterThan(0);
  for (let round = 0; round < 3; round += 1) {
    const before = await tones();
    await page.clock.runFor(7_000);
    expect(await tones(), `round ${round}`).toBeGreaterThan(before);
  }
  await bar(page).getByRole('button', { name: 'Acknowledge: Radio network down' }).click();
  await expect(bar(page).locator('[data-state="acknowledged"]')).toContainText('Radio network down');
  const before = await tones();
  await page.clock.runFor(60_000);
  expect(await tones()).toBe(before);
});

test('what one makes oneself is silent; what others make is put away by key, while typing as well (X5)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/units');
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Sound is on' }).waitFor();
  const tones = await countTones(page);
  const own = await page.request.post('/api/incidents', { data: { priority: 'P1', type: 'fire', title: 'My own' } });
  expect(own.status()).toBe(201);
  await comesIn(board, page, { priority: 'P4', type: 'assistance', title: 'Cat in tree' });
  await expect(line(page)).toContainText('Cat in tree');
  expect(await tones()).toBe(1);
  await page.keyboard.press('f');
  await page.keyboard.type('H');
  await page.keyboard.press('Alt+x');
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.type('12');
  await expect(page.locator('input:focus')).toHaveValue('H12');
});

test('acknowledging by mouse or by key while typing loses no letter and starts no command (A4)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/incidents');
  const field = page.getByRole('textbox', { name: 'New incident' });
  await page.keyboard.press('n');
  await page.keyboard.type('p2 fire Smo');
  await sends(board, page, { level: 'critical', title: 'Radio network down' });
  await bar(page).getByRole('button', { name: 'Acknowledge: Radio network down' }).click();
  await page.keyboard.type('ke gu');
  await expect(bar(page).locator('[data-state="acknowledged"]')).toContainText('Radio network down');
  await sends(board, page, { level: 'critical', title: 'Fallback group as well' });
  await expect(bar(page)).toContainText('Fallback group as well');
  await page.keyboard.press('Alt+a');
  await page.keyboard.type('st');
  await expect(bar(page).locator('[data-state="acknowledged"]').filter({ hasText: 'Fallback group' })).toHaveCount(1);
  await expect(field).toHaveValue('p2 fire Smoke gust');
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(/\/incidents$/);
  await field.fill('');
});

test('a critical message is readable at every width, and "displayed" says that its last word was on the screen (F3)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/units');
  await page.setViewportSize({ width: 390, height: 844 });
  const title = 'Evacuate the control room: fire alarm on floor 2, use the stairs at the north end';
  const short = await sends(board, page, { level: 'critical', title, body: 'Fallback room opens in ten minutes.' });
  const message = bar(page).getByRole('article').filter({ hasText: 'Evacuate' });
  for (const text of [title, 'Fallback room opens in ten minutes.']) {
    const cut = await message.getByText(text, { exact: true }).first().evaluate((element) => {
      const box = element.closest('.truncate, .line-clamp-3') ?? element;
      return box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).whiteSpace === 'nowrap';
    });
    expect(cut, text).toBe(false);
  }
  const button = await message.getByRole('button', { name: /^Acknowledge/ }).boundingBox();
  const words = await message.getByText('Fallback room opens').first().boundingBox();
  expect(button?.y).toBeGreaterThan((words?.y ?? 0) + (words?.height ?? 0) - 1);
  const shown = (id: string) => board.sql<{ displayed: Date | null }>(`SELECT displayed_at AS displayed FROM flash_receipts JOIN users ON users.id = user_id WHERE flash_id = $1 AND email = 'dispatcher1@example.org'`, [id]).then(([row]) => row?.displayed ?? null);
  await expect.poll(() => shown(short)).not.toBeNull();

  const long = await sends(board, page, { level: 'critical', title: 'Long orders', body: 'Read every word of this order. '.repeat(20) });
  await expect(bar(page)).toContainText('Long orders');
  const reported = page.waitForRequest((request) => request.url().endsWith(`/api/flash/${long}/displayed`));
  await expect.poll(async () => (await board.sql(`SELECT 1 FROM flash_receipts WHERE flash_id = $1 AND delivered_at IS NOT NULL`, [long])).length).toBeGreaterThan(0);
  expect(await shown(long)).toBeNull();
  await bar(page).getByRole('article').filter({ hasText: 'Long orders' }).getByRole('button', { expanded: false }).click();
  await reported;
  await expect.poll(() => shown(long)).not.toBeNull();
});

test('the confirm of a critical message has the keyboard in its field, and says who is online (F5)', async ({ desk }) => {
  const { page } = await desk('supervisor', '/broadcasts');
  await desk('dispatcher1', '/');
  await page.getByRole('radio', { name: /Critical/ }).check({ force: true });
  await page.getByLabel('Title').click();
  await page.keyboard.type('Fire drill now');
  for (const role of ['admins', 'supervisors', 'observers']) await page.getByRole('checkbox', { name: new RegExp(role, 'i') }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText(/6 people: 1 online, 5 offline/);
  await page.keyboard.type('SEND');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /Receipts/ })).toContainText('Fire drill now');
});

test('the bar of a phone shows five pages and the rest behind "More", none cut (X4)', async ({ desk, board }) => {
  const { page } = await desk('admin', '/');
  await page.setViewportSize({ width: 390, height: 844 });
  await sends(board, page, { level: 'warning', title: 'Severe weather' });
  const nav = page.getByRole('navigation', { name: 'Pages' }).last();
  const cut = await nav.evaluate((element) => [...element.children].filter((child) => child.scrollWidth > child.clientWidth || child.getBoundingClientRect().right > window.innerWidth).map((child) => child.textContent));
  expect(cut).toEqual([]);
  await expect(nav.locator(':scope > *')).toHaveCount(6);
  await nav.getByRole('button', { name: 'More' }).click();
  const sheet = page.getByRole('dialog', { name: /More pages/ });
  await expect(sheet.getByRole('list', { name: 'What is on' })).toContainText('1 Warning');
  for (const name of ['Figures', 'Systems', 'Monitors', 'Test']) await expect(sheet.getByRole('link', { name })).toBeVisible();
  await sheet.getByRole('link', { name: 'Systems' }).click();
  await expect(page).toHaveURL(/infrastructure/);
  await expect(sheet).toHaveCount(0);
});
