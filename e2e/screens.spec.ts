import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import type { Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';
import { bar, expect, test, type Account } from './board-test';
import { keepPicture, THEMES, wear } from './looks';

const WIDTHS = [390, 1280, 1920] as const;

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** Wide content scrolls inside its own frame; the page itself never scrolls sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Something on every list: messages, incidents, a room with talk, a notice. Gives the address of the room. */
async function fill(board: Board, request: APIRequestContext): Promise<string> {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  const post = async (path: string, data: object) => {
    const answer = await request.post(`${board.app.url}${path}`, { headers, data });
    expect(answer.status()).toBe(201);
    return answer;
  };
  for (const [level, title, requiresAck] of [
    ['critical', 'Radio network down: switch to the fallback talk group', true],
    ['warning', 'Severe weather warning in force', false],
    ['info', 'Handover in 15 minutes', false],
  ] as const) {
    await post('/api/flash', { level, title, requiresAck, body: 'Read this to the end.' });
  }
  let room = '';
  for (const [priority, type, title] of [
    ['P1', 'fire', 'Smoke from the roof of an apartment building'],
    ['P2', 'traffic', 'Two cars, one on its roof, road blocked in both directions'],
    ['P4', 'assistance', 'Cat in tree'],
  ] as const) {
    const location = { address: 'Storgata 3, Lillehammer', lat: 61.115, lng: 10.466 };
    const answer = await post('/api/incidents', { priority, type, title, location });
    room ||= `/incidents/${((await answer.json()) as { incident: { id: string } }).incident.id}`;
  }
  for (const [kind, text] of [['utterance', 'Smoke showing on side B, going in with two'], ['note', 'Owner has been called'], ['intervention', 'Is the gas shut off?']] as const) {
    await post(`/api${room}/log`, { kind, text, clientMsgId: crypto.randomUUID() });
  }
  const hour = 3_600_000;
  const bonfire = {
    name: 'Kari Moen', phone: '+47 91234567', place: { address: 'Elvegata 4, Hamar' }, municipality: 'Hamar', startsAt: new Date(Date.now() - hour).toISOString(),
    endsAt: new Date(Date.now() + 3 * hour).toISOString(), material: 'Twigs', extent: '2 by 2 metres', extinguishing: 'Garden hose', responsible: 'Kari Moen', landownerConsent: true,
  };
  await post('/api/bonfires', bonfire);
  return room;
}

const PAGES: readonly (readonly [name: string, who: Account | null, path: string])[] = [
  ['overview', 'dispatcher1', '/'],
  ['incidents', 'dispatcher2', '/incidents'],
  ['room', 'dispatcher3', 'room'],
  ['units', 'dispatcher4', '/units'],
  ['unit-codes', 'admin', '/units/codes'],
  ['manage-units', 'admin', '/units/manage'],
  ['accounts', 'admin', '/accounts'],
  ['bonfires', 'dispatcher5', '/bonfires'],
  ['broadcasts', 'supervisor', '/broadcasts'],
  ['infrastructure', 'dispatcher6', '/infrastructure'],
  ['cards', 'admin', '/cards'],
  ['monitors', 'admin', '/monitors'],
  ['bonfire-notice', null, '/bonfire-notice'],
  ['sign-in', null, '/sign-in'],
];

for (const [name, who, path] of PAGES) {
  test(`the page ${name} is accessible and fits every screen, dark and light (X4)`, async ({ desk, board, browser, request }) => {
    const room = await fill(board, request);
    const there = path === 'room' ? room : path;
    const stranger = who === null ? await browser.newContext({ baseURL: board.app.url }) : null;
    const seat = who === null ? null : await desk(who, there);
    const screen = seat?.page ?? (await stranger?.newPage());
    if (!screen) throw new Error('There is no screen to look at.');
    if (seat === null) await screen.goto(there);
    else if (who !== 'supervisor') await expect(bar(screen)).toContainText('Radio network down');
    for (const theme of THEMES) {
      // The public form is light for everybody.
      if (name !== 'bonfire-notice') await wear(screen, theme);
      for (const width of WIDTHS) {
        await screen.setViewportSize({ width, height: width === 390 ? 844 : 1_000 });
        await keepPicture(screen, `${name}-${theme}-${width}`);
        expect(await overflow(screen), `${name} ${theme} ${width} scrolls sideways`).toBe(0);
        // Both themes, narrow and wide, are looked through; all six of them would take minutes.
        if (width !== (theme === 'dark' ? 390 : 1280)) continue;
        expect(await findings(screen), `${name} ${theme} ${width}`).toEqual([]);
      }
    }
    expect(seat?.complaints ?? []).toEqual([]);
    await stranger?.close();
  });
}

test('the theme is kept over a reload (X4)', async ({ desk }) => {
  const { page } = await desk('observer', '/units');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('text of a message is shown as text, never run (F1)', async ({ desk }) => {
  const { page } = await desk('supervisor', '/broadcasts');
  const observer = await desk('observer', '/');
  await page.request.post('/api/flash', {
    data: { level: 'info', title: '<img src=x onerror="document.title=1">', body: '<script>document.title = 2</script>' },
  });
  await expect(bar(observer.page)).toContainText('<img src=x onerror="document.title=1">');
  expect(await bar(observer.page).locator('img, script').count()).toBe(0);
  await expect(observer.page).not.toHaveTitle(/^[12]$/);
});

test('somebody who may not send sees no way to, and has no page for it (A1)', async ({ desk }) => {
  const { page } = await desk('dispatcher2', '/');
  await expect(page.getByRole('link', { name: 'Broadcasts' })).toHaveCount(0);
  await page.goto('/broadcasts');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Your role does not include this page.' })).toBeVisible();
  await page.goto('/units/manage');
  await expect(page.getByText(/signed in as Jonas Lie, dispatcher\./)).toBeVisible();
  await page.goto('/nothing');
  await expect(page.getByRole('heading', { name: 'There is nothing here.' })).toBeVisible();
});
