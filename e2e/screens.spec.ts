import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bar, expect, test } from './board-test';

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

test('every page is accessible and fits every screen, dark and light (X4)', async ({ desk, board, browser }) => {
  // Every page, twice the themes, three widths: axe alone needs its minutes.
  test.slow();
  const { page, complaints } = await desk('supervisor', '/broadcasts');
  for (const [level, title, requiresAck] of [
    ['critical', 'Radio network down: switch to the fallback talk group', true],
    ['warning', 'Severe weather warning in force', false],
    ['info', 'Handover in 15 minutes', false],
  ] as const) {
    const answer = await page.request.post('/api/flash', { data: { level, title, requiresAck, body: 'Read this to the end.' } });
    expect(answer.status()).toBe(201);
    await expect(bar(page)).toContainText(title);
  }
  const incidents = await desk('dispatcher2', '/incidents');
  for (const [priority, type, title] of [
    ['P1', 'fire', 'Smoke from the roof of an apartment building'],
    ['P2', 'traffic', 'Two cars, one on its roof, road blocked in both directions'],
    ['P4', 'assistance', 'Cat in tree'],
  ] as const) {
    const location = { address: 'Storgata 3, Lillehammer', lat: 61.115, lng: 10.466 };
    const answer = await incidents.page.request.post('/api/incidents', { data: { priority, type, title, location } });
    expect(answer.status()).toBe(201);
    await expect(incidents.page.getByRole('row').filter({ hasText: title })).toBeVisible();
  }
  const units = await desk('dispatcher3', '/units');
  await expect(units.page.getByRole('group', { name: /available at station$/i }).first()).toBeVisible();
  const codes = await desk('admin', '/units/codes');
  const dispatcher = await desk('dispatcher1', '/');
  await expect(bar(dispatcher.page)).toContainText('Radio network down');
  const signIn = await (await browser.newContext({ baseURL: board.app.url })).newPage();
  await signIn.goto('/sign-in');

  const screens = [
    ['overview', dispatcher.page],
    ['incidents', incidents.page],
    ['units', units.page],
    ['unit-codes', codes.page],
    ['broadcasts', page],
    ['sign-in', signIn],
  ] as const;
  for (const [name, screen] of screens) {
    for (const theme of THEMES) {
      await screen.evaluate((value) => localStorage.setItem('watchroom.theme', value), theme);
      await screen.reload();
      await expect(screen.locator('html')).toHaveAttribute('data-theme', theme);
      for (const width of WIDTHS) {
        await screen.setViewportSize({ width, height: width === 390 ? 844 : 1_000 });
        await screen.screenshot({ path: `artifacts/${name}-${theme}-${width}.png` });
        expect(await overflow(screen), `${name} ${theme} ${width} scrolls sideways`).toBe(0);
        expect(await findings(screen), `${name} ${theme} ${width}`).toEqual([]);
      }
    }
  }
  expect([...complaints, ...incidents.complaints, ...units.complaints, ...codes.complaints]).toEqual([]);
  await signIn.context().close();
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
});
