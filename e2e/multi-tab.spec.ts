import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './board-test';
import { keepPicture, THEMES, wear } from './looks';

const summary = (page: Page) => page.getByTestId('summary');
const fireOne = (page: Page) => page.getByRole('button', { name: 'Fire one' });

/** The document inside a tab of the test. */
async function frameOf(page: Page, tab: string) {
  const frame = await (await page.locator(`iframe[title="${tab}"]`).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`${tab} has no document.`);
  return frame;
}

/** What a person sees: every theme and width, nothing cut off, nothing that axe finds. */
async function look(page: Page, name: string): Promise<void> {
  for (const theme of THEMES) {
    await wear(page, theme);
    for (const width of [390, 1_280, 1_920]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 1_000 });
      await keepPicture(page, `test-${name}-${theme}-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} ${theme} ${width}`).toBe(0);
      const verdict = summary(page).getByRole('status');
      if (await verdict.isVisible()) await expect(verdict).toBeInViewport({ ratio: 1 });
      // Both themes and every width are looked at; all six of them would take minutes.
      if ((width === 1_280) === (theme === 'dark')) continue;
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), `${name} ${theme} ${width}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1_280, height: 800 });
}

test('the multi-tab test shows each tab’s delivery time and passes, and other machines appear (R4, R20)', async ({ desk }) => {
  const other = await desk('dispatcher6', '/test');
  const { page, complaints } = await desk('dispatcher5', '/test');
  await expect(page.getByText('4 of 4 open')).toBeVisible({ timeout: 20_000 });
  await look(page, 'empty');

  await fireOne(page).click();
  await expect(page.getByRole('cell', { name: 'test 1 of 1' })).toBeVisible();
  await expect(fireOne(page)).toBeFocused();
  await expect(summary(page)).toContainText('pass');
  await expect(page.getByRole('cell', { name: /^\d+ ms$/ })).toHaveCount(5);
  await expect(page.getByRole('columnheader', { name: 'Nils Haugen' })).toBeVisible();

  await page.keyboard.press('b');
  await expect(page.getByRole('cell', { name: /^test \d+ of 10$/ })).toHaveCount(10);
  await expect(summary(page)).toContainText('waiting');
  await keepPicture(page, 'test-running-light-1280');
  await expect(page.getByRole('row').filter({ hasText: 'pass' })).toHaveCount(11);
  await expect(summary(page)).toContainText('0 missed · 0 doubled');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved: unknown = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  expect(saved).toMatchObject({ limitMs: 1_000, summary: { broadcasts: 11, deliveries: 55, missed: 0, doubled: 0, verdict: 'pass' } });
  const { p50, p95, max } = (saved as { summary: Record<'p50' | 'p95' | 'max', number> }).summary;
  await expect(summary(page)).toContainText(`p50 ${p50} · p95 ${p95} · max ${max} ms`);
  console.log(`multi-tab: ${await summary(page).innerText()}`.replaceAll('\n', ' '));

  await look(page, 'passed');
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('with a connection for each tab a tab that is offline misses the broadcast, and is late when it comes back (R20)', async ({ desk }) => {
  const { page } = await desk('dispatcher4', '/test');
  await page.getByLabel('How many').selectOption('6');
  await page.getByLabel('Connection', { exact: true }).selectOption('isolated');
  await expect(page.getByLabel('How many')).toHaveValue('4');
  await fireOne(page).click();
  await expect(summary(page)).toContainText('pass');
  await expect(page.getByRole('columnheader', { name: 'tab 4 isolated' })).toBeVisible();

  const fourth = await frameOf(page, 'tab 4');
  await fourth.evaluate(() => window.dispatchEvent(new Event('offline')));
  await expect(page.frameLocator('iframe[title="tab 4"]').getByTestId('pane-state')).toContainText('offline');
  await fireOne(page).click();
  await expect(summary(page)).toContainText('1 missed');
  await expect(summary(page)).toContainText('fail');
  await expect(page.getByRole('cell', { name: 'missed' })).toHaveCount(1);
  await look(page, 'failed');

  await fourth.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByRole('cell', { name: /^\d+ ms late$/ })).toHaveCount(1);
  await expect(summary(page)).toContainText('0 missed');
  await expect(summary(page)).toContainText('fail');

  // Closed before it could hear: nobody can say that the broadcast was missed.
  await page.getByRole('button', { name: 'Clear' }).click();
  await fourth.evaluate(() => window.dispatchEvent(new Event('offline')));
  await expect(page.frameLocator('iframe[title="tab 4"]').getByTestId('pane-state')).toContainText('offline');
  await fireOne(page).click();
  await expect(page.getByRole('cell', { name: /^\d+ ms$/ })).toHaveCount(3);
  await page.getByLabel('Connection', { exact: true }).selectOption('shared');
  await expect(page.getByRole('cell', { name: 'closed' })).toHaveCount(1);
  await expect(summary(page)).toContainText('pass');
});

test('windows take part, and two test pages in one browser leave each other’s tabs alone (R20)', async ({ desk }) => {
  const { page } = await desk('dispatcher3', '/test');
  const second = await page.context().newPage();
  await second.goto('/test');
  await expect(second.getByText('4 of 4 open')).toBeVisible({ timeout: 20_000 });

  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open one as a window' }).click();
  const window = await opening;
  await expect(page.getByText('4 of 4 open, 1 more as a window')).toBeVisible({ timeout: 20_000 });
  await fireOne(page).click();
  await expect(summary(page)).toContainText('pass');
  await expect(page.getByRole('columnheader', { name: 'window 1' })).toBeVisible();
  // The four tabs, the window, and the other test page as a screen elsewhere.
  await expect(page.getByRole('cell', { name: /^\d+ ms$/ })).toHaveCount(6);

  await window.close();
  await expect(page.getByText('4 of 4 open', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('4 of 4 open', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('How many').selectOption('6');
  await fireOne(page).click();
  await expect(page.getByRole('cell', { name: /^\d+ ms$/ })).toHaveCount(7);
  await expect(summary(page)).toContainText('pass');
});
