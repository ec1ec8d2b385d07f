import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './board-test';

test('the multi-tab test shows each tab’s delivery time and passes, and other machines appear (R4, R20)', async ({ desk }) => {
  const other = await desk('dispatcher6', '/test');
  const { page, complaints } = await desk('dispatcher5', '/test');
  for (let tab = 1; tab <= 4; tab += 1) {
    await expect(page.frameLocator(`iframe[title="tab ${tab}"]`).getByTestId('pane-state')).toContainText('live', { timeout: 20_000 });
  }
  await page.getByRole('button', { name: 'Fire one' }).click();
  await expect(page.getByTestId('summary')).toContainText('pass');
  await page.getByRole('button', { name: 'Fire ten' }).click();
  await expect(page.getByRole('cell', { name: /^test \d+ of 10$/ })).toHaveCount(10);
  await expect(page.getByRole('row').filter({ hasText: 'pass' })).toHaveCount(11);
  await expect(page.getByTestId('summary')).toContainText('0 missed · 0 doubled');
  await expect(page.getByRole('columnheader', { name: 'Nils Haugen' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as { rows: unknown[]; summary: { verdict: string; missed: number } };
  expect(saved.rows).toHaveLength(11);
  expect(saved.summary).toMatchObject({ verdict: 'pass', missed: 0 });
  console.log(`multi-tab: ${await page.getByTestId('summary').innerText()}`.replaceAll('\n', ' '));
  await page.screenshot({ path: 'artifacts/test-dark-1280.png', fullPage: true });

  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  for (const [theme, width] of [['light', 390], ['dark', 390], ['light', 1_920]] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.screenshot({ path: `artifacts/test-${theme}-${width}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('with a connection for each tab the test passes as well (R20)', async ({ desk }) => {
  const { page } = await desk('dispatcher4', '/test');
  await page.getByLabel('Connection', { exact: true }).selectOption('isolated');
  for (let tab = 1; tab <= 4; tab += 1) {
    await expect(page.frameLocator(`iframe[title="tab ${tab}"]`).getByTestId('pane-state')).toContainText('live', { timeout: 20_000 });
  }
  await page.getByRole('button', { name: 'Fire one' }).click();
  await expect(page.getByTestId('summary')).toContainText('pass');
});
