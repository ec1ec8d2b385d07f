import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bar, expect, expectLive, test, type Account, type Desk } from './board-test';

const WIDTHS = [390, 1280, 1920] as const;
const THEMES = ['dark', 'light'] as const;

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** Wide content scrolls inside its own frame; the page itself never scrolls sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Something on every list: messages, incidents, a room with talk, a notice. Gives the address of the room. */
async function fill(desk: (who: Account, path?: string) => Promise<Desk>): Promise<string> {
  const supervisor = await desk('supervisor', '/broadcasts');
  for (const [level, title, requiresAck] of [
    ['critical', 'Radio network down: switch to the fallback talk group', true],
    ['warning', 'Severe weather warning in force', false],
    ['info', 'Handover in 15 minutes', false],
  ] as const) {
    const answer = await supervisor.page.request.post('/api/flash', { data: { level, title, requiresAck, body: 'Read this to the end.' } });
    expect(answer.status()).toBe(201);
  }
  let room = '';
  for (const [priority, type, title] of [
    ['P1', 'fire', 'Smoke from the roof of an apartment building'],
    ['P2', 'traffic', 'Two cars, one on its roof, road blocked in both directions'],
    ['P4', 'assistance', 'Cat in tree'],
  ] as const) {
    const location = { address: 'Storgata 3, Lillehammer', lat: 61.115, lng: 10.466 };
    const answer = await supervisor.page.request.post('/api/incidents', { data: { priority, type, title, location } });
    expect(answer.status()).toBe(201);
    room ||= `/incidents/${((await answer.json()) as { incident: { id: string } }).incident.id}`;
  }
  for (const [kind, text] of [['utterance', 'Smoke showing on side B, going in with two'], ['note', 'Owner has been called'], ['intervention', 'Is the gas shut off?']] as const) {
    const data = { kind, text, clientMsgId: crypto.randomUUID() };
    expect((await supervisor.page.request.post(`/api${room}/log`, { data })).status()).toBe(201);
  }
  const hour = 3_600_000;
  const bonfire = {
    name: 'Kari Moen', phone: '+47 91234567', place: { address: 'Elvegata 4, Hamar' }, municipality: 'Hamar', startsAt: new Date(Date.now() - hour).toISOString(),
    endsAt: new Date(Date.now() + 3 * hour).toISOString(), material: 'Twigs', extent: '2 by 2 metres', extinguishing: 'Garden hose', responsible: 'Kari Moen', landownerConsent: true,
  };
  expect((await supervisor.page.request.post('/api/bonfires', { data: bonfire })).status()).toBe(201);
  return room;
}

const PAGES: readonly (readonly [name: string, who: Account | null, path: string])[] = [
  ['overview', 'dispatcher1', '/'],
  ['incidents', 'dispatcher2', '/incidents'],
  ['room', 'dispatcher3', 'room'],
  ['units', 'dispatcher4', '/units'],
  ['unit-codes', 'admin', '/units/codes'],
  ['bonfires', 'dispatcher5', '/bonfires'],
  ['broadcasts', 'supervisor', '/broadcasts'],
  ['test', 'dispatcher6', '/test'],
  ['bonfire-notice', null, '/bonfire-notice'],
  ['sign-in', null, '/sign-in'],
];

for (const [name, who, path] of PAGES) {
  test(`the page ${name} is accessible and fits every screen, dark and light (X4)`, async ({ desk, board, browser }) => {
    const room = await fill(desk);
    const there = path === 'room' ? room : path;
    const stranger = who === null ? await browser.newContext({ baseURL: board.app.url }) : null;
    const seat = who === null ? null : await desk(who, there);
    const screen = seat?.page ?? (await stranger?.newPage());
    if (!screen) throw new Error('There is no screen to look at.');
    if (seat === null) await screen.goto(there);
    else if (who !== 'supervisor') await expect(bar(screen)).toContainText('Radio network down');
    for (const theme of THEMES) {
      await screen.evaluate((value) => localStorage.setItem('watchroom.theme', value), theme);
      await screen.reload();
      // The public form is light for everybody.
      if (name !== 'bonfire-notice') await expect(screen.locator('html')).toHaveAttribute('data-theme', theme);
      if (seat) await expectLive(screen);
      for (const width of WIDTHS) {
        await screen.setViewportSize({ width, height: width === 390 ? 844 : 1_000 });
        await screen.screenshot({ path: `artifacts/${name}-${theme}-${width}.png` });
        expect(await overflow(screen), `${name} ${theme} ${width} scrolls sideways`).toBe(0);
        expect(await findings(screen), `${name} ${theme} ${width}`).toEqual([]);
      }
    }
    expect(seat?.complaints ?? []).toEqual([]);
    await stranger?.close();
  });
}

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
});
