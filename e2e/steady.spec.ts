import type { Page } from '@playwright/test';
import type { Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';
import { bar, expect, expectLive, test, type Account } from './board-test';

const BOARD_PAGES: readonly (readonly [who: Account, path: string])[] = [
  ['dispatcher1', '/'],
  ['dispatcher1', '/incidents'],
  ['dispatcher1', '/units'],
  ['dispatcher1', '/bonfires'],
  ['dispatcher1', '/cards'],
  ['dispatcher1', '/infrastructure'],
  ['admin', '/broadcasts'],
  ['admin', '/monitors'],
  ['admin', '/units/codes'],
];

declare global {
  interface Window {
    /** Layout shifts since they are watched. */
    shifts: string[];
    /** Clicks that reached the page. */
    presses: number;
  }
}

/** So many new incidents, with titles that name their place: older than what a story creates. */
async function fillIncidents(board: Board, count: number): Promise<void> {
  await board.sql(
    `INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at)
     SELECT gen_random_uuid()::text, 2025, n, 'Filled ' || n, 'fire', 'P3', 'new', now() - n * interval '1 minute', 'api', now() - n * interval '1 minute', now()
     FROM generate_series(1, $1) AS n ON CONFLICT DO NOTHING`,
    [count],
  );
}

/** So many messages that are over, oldest last: a history that ends above the end of the form beside it. */
async function fillMessages(board: Board, count: number): Promise<void> {
  await board.sql(
    `INSERT INTO flash (id, level, title, body, audience, requires_ack, sound, status, starts_at, created_at, sent_at, ended_at, created_by_id)
     SELECT 'filled-' || n, 'info', 'Filled message ' || n, '', '{everyone}', false, false, 'expired', at, at, at, at, (SELECT id FROM users WHERE email = 'admin@example.org')
     FROM (SELECT n, now() - interval '1 day' - n * interval '1 minute' AS at FROM generate_series(1, $1) AS n) AS filled ON CONFLICT DO NOTHING`,
    [count],
  );
}

interface Steps {
  send(flash: Readonly<Record<string, unknown>>): Promise<void>;
  create(incident: Readonly<Record<string, unknown>>): Promise<string>;
  setUnit(code: string): Promise<void>;
}

/** Somebody else at work, away from the screen that is looked at. */
async function colleague(board: Board, page: Page): Promise<Steps> {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${board.app.url}${path}`, { headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer;
  };
  return {
    send: async (flash) => void (await post('/api/flash', flash)),
    create: async (incident) => ((await (await post('/api/incidents', incident)).json()) as { incident: { id: string } }).incident.id,
    setUnit: async (code) => {
      const [unit] = await board.sql<{ id: string }>(`SELECT id FROM units ORDER BY call_sign LIMIT 1`);
      await post(`/api/units/${unit?.id}/status`, { code });
    },
  };
}

/** Notes from now on whatever moves that can be pressed, or that holds such a thing. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    interface Shift extends PerformanceEntry {
      readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
      readonly value: number;
    }
    const shifts: string[] = [];
    window.shifts = shifts;
    const controls = 'a, button, input, select, textarea, label';
    // What has a place of its own in a box is told of by itself when it moves.
    const isCarried = (control: Element, by: Element) => {
      for (let box = control.parentElement; box && box !== by; box = box.parentElement) if (getComputedStyle(box).position === 'absolute') return false;
      return true;
    };
    const pressable = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return Boolean(element && (element.closest(controls) ?? [...element.querySelectorAll(controls)].find((control) => isCarried(control, element))));
    };
    const isRestingList = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      // A unit goes to where its state belongs; the line under the pointer stays.
      const rests = element?.closest('#main [data-index]') ?? element?.closest('tr, li')?.parentElement;
      return Boolean(rests && !rests.matches(':hover'));
    };
    const name = (node: Node | null) => (node instanceof Element ? `<${node.tagName.toLowerCase()} ${node.className}> ${node.textContent?.slice(0, 30)}` : (node?.textContent ?? 'gone').slice(0, 40));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        // A figure that gets a digit more, and a list that no pointer is over, may move: new rows enter it in place.
        if (entry.sources.some(({ node, previousRect: p, currentRect: c }) => pressable(node) && !isRestingList(node) && Math.hypot(c.x - p.x, c.y - p.y) >= 3)) shifts.push(`${entry.value.toFixed(4)}: ${entry.sources.map(({ node, previousRect: p, currentRect: c }) => `${name(node)} ${p.x},${p.y} → ${c.x},${c.y}`).join(' | ')}`);
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => window.shifts);
}

/** What would be pressed at a point. */
function under(page: Page, at: { x: number; y: number }): Promise<string> {
  return page.evaluate(({ x, y }) => {
    const element = document.elementFromPoint(x, y);
    const control = element?.closest('button, a, input, tr, li') ?? element;
    return `${control?.getAttribute('aria-label') ?? ''} ${control?.textContent?.slice(0, 60) ?? ''}`;
  }, at);
}

/** A control in the middle of the page that is wholly in sight; the pointer rests on it from then on. */
async function restOnControl(page: Page): Promise<{ x: number; y: number }> {
  const at = await page.evaluate(() => {
    const middle = window.innerHeight / 2;
    const boxes = [...document.querySelectorAll('#main button, #main a, #main input, #main select')]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 8 && box.height > 8 && box.top > 220 && box.bottom < window.innerHeight - 80);
    const best = boxes.sort((a, b) => Math.abs(a.top - middle) - Math.abs(b.top - middle))[0];
    return best ? { x: Math.round(best.x + Math.min(best.width / 2, 30)), y: Math.round(best.y + best.height / 2) } : { x: window.innerWidth / 2, y: middle };
  });
  await page.mouse.move(at.x - 60, at.y);
  await page.mouse.move(at.x, at.y);
  return at;
}

test.use({ guarded: true });

test('no page scrolls out of its window, however long its lists (S6, X4)', async ({ desk, board }) => {
  await fillIncidents(board, 200);
  const seats = { dispatcher1: await desk('dispatcher1'), admin: await desk('admin') };
  for (const [who, path] of BOARD_PAGES) {
    const { page } = seats[who as 'dispatcher1' | 'admin'];
    await page.goto(path);
    await expectLive(page);
    for (let more = 0; path === '/incidents' && more < 3; more += 1) {
      await page.locator('main tbody').hover();
      await page.mouse.wheel(0, 4_000);
      await expect.poll(() => page.getByRole('button', { name: 'Loading' }).count()).toBe(0);
    }
    for (const size of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(size);
      const heights = await page.evaluate(() => {
        window.scrollTo(0, 100_000);
        return { page: document.documentElement.scrollHeight, window: window.innerHeight, scrolled: window.scrollY };
      });
      expect(heights, `${path} at ${size.width}`).toEqual({ page: heights.window, window: heights.window, scrolled: 0 });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test('a list keeps its place while its pages load, past the row from which only those in sight are drawn (S6)', async ({ desk, board }) => {
  await fillIncidents(board, 200);
  const { page } = await desk('dispatcher1', '/incidents');
  const scroller = page.locator('main div:has(> table)');
  await scroller.hover();
  const places: number[] = [];
  for (let step = 0; step < 24; step += 1) {
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    places.push(await scroller.evaluate((element) => element.scrollTop));
  }
  expect(await scroller.getAttribute('class')).toContain('overflow-y-auto');
  expect(places.at(-1)).toBeGreaterThan(2_800);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

for (const [who, path] of BOARD_PAGES) {
  test(`nothing moves on ${path} while messages, incidents, states of units and services arrive (S6)`, async ({ desk, board }) => {
    await fillIncidents(board, 60);
    await fillMessages(board, 12);
    const { page } = await desk(who, path);
    const other = await colleague(board, page);
    const at = await restOnControl(page);
    const pressed = await under(page, at);
    const shifts = await watchShifts(page);

    await other.send({ level: 'warning', title: 'Severe weather warning in force', body: 'Gusts of 30 m/s.' });
    await expect(bar(page)).toContainText('Severe weather warning');
    expect({ shifts: await shifts(), under: await under(page, at) }, 'after a warning').toEqual({ shifts: [], under: pressed });
    await other.setUnit('5');
    await other.create({ priority: 'P1', type: 'fire', title: `House fire seen from ${path}` });
    await expect(page.getByRole('status', { name: 'New incidents' })).toContainText('House fire');
    expect(await under(page, at), 'after an incident').toBe(pressed);
    await other.send({ level: 'critical', title: 'Evacuate the control room', body: 'Fire alarm on floor 2. Fallback room opens in 10 minutes. '.repeat(3) });
    await expect(bar(page)).toContainText('Evacuate the control room');
    await other.setUnit('3');
    await other.create({ priority: 'P2', type: 'traffic', title: `Two cars seen from ${path}` });
    await expect(page.getByRole('list', { name: 'Open by priority' })).toContainText(/P2[1-9]/);
    expect(await under(page, at), 'after a critical message').toBe(pressed);
    expect(await shifts()).toEqual([]);
    await page.keyboard.press('a');
    await expect(bar(page).locator('[data-state="acknowledged"]')).toContainText('Evacuate');
    expect(await under(page, at), 'after acknowledging').toBe(pressed);
  });
}

test('the unit under the pointer stays there, also when one above it goes further down (S6)', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/units');
  const other = await colleague(board, page);
  const at = await restOnControl(page);
  const pressed = await under(page, at);
  for (const code of ['5', '3', '6', '5', '6']) {
    await other.setUnit(code);
    await expect(page.locator('[data-unit]').filter({ hasText: 'B11' })).toContainText(new RegExp(`${code} `));
    expect(await under(page, at), `after ${code}`).toBe(pressed);
  }
});

test('a press on what moved a moment ago does nothing and says so; a moment later it acts (S6)', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/units');
  const button = page.locator('[data-unit] button').first();
  await expect(button).toBeVisible();
  const box = await button.boundingBox();
  if (!box) throw new Error('There is no unit.');
  await page.mouse.move(10, 400);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    window.presses = 0;
    document.querySelector('main')?.addEventListener('click', () => (window.presses += 1), true);
    const news = document.createElement('button');
    news.textContent = 'Something else';
    news.style.cssText = 'display: block; height: 400px; width: 100%';
    document.querySelector('main')?.prepend(news);
  });
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByText(/moved just now/i)).toBeVisible();
  expect(await page.evaluate(() => window.presses)).toBe(0);
  await expect(page.getByText(/moved just now/i)).toBeHidden();
  await page.mouse.down();
  await page.mouse.up();
  expect(await page.evaluate(() => window.presses)).toBe(1);
});
