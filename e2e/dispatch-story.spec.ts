import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './board-test';

// What is aimed at is one second; the bound leaves room for a machine that does other things as well.
const MOST_MS = 10_000;

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`))).toEqual([]);
}

/** Counts how often a page was loaded, which must not happen again. */
async function countLoads(page: Page): Promise<() => number> {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

test('a call from its coming in to its end, by keyboard alone, live on every screen (I1, I3, U1, U3)', async ({ desk }, testInfo) => {
  test.slow();
  const a = await desk('dispatcher1', '/');
  const b = await desk('dispatcher2', '/incidents');
  const c = await desk('observer', '/');
  const loads = await Promise.all([a, b].map(({ page }) => countLoads(page)));
  const times: string[] = [];
  const seen = async (what: string, ...there: Locator[]) => {
    const start = performance.now();
    await Promise.all(there.map((place) => expect(place).toBeVisible({ timeout: MOST_MS })));
    times.push(`${what} ${Math.round(performance.now() - start)}`);
  };
  const shoot = async (name: string, page: Page) => testInfo.attach(name, { body: await page.screenshot(), contentType: 'image/png' });
  const keys = async (page: Page, ...typed: string[]) => {
    for (const key of typed) await page.keyboard.press(key);
  };
  const line = (page: Page) => page.getByRole('combobox', { name: 'Command line' });
  const command = async (page: Page, text: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(line(page)).toHaveValue('');
    await keys(page, 'Escape');
    await expect(line(page)).toHaveCount(0);
  };
  const open = (page: Page) => page.getByRole('list', { name: 'Open incidents', exact: true }).getByRole('listitem').filter({ hasText: 'Smoke from the cellar' });

  // A takes the call.
  await command(a.page, 'new p1 fire Smoke from the cellar @ Storgata 12, Hamar # Kari Moen');
  const row = b.page.getByRole('row').filter({ hasText: 'Smoke from the cellar' });
  await seen('call', row, open(c.page));
  await accessible(a.page);
  await shoot('1 the call on the overview', a.page);

  // B accepts it and opens its room.
  await keys(b.page, 'j');
  await expect(row.getByRole('link')).toBeFocused();
  await keys(b.page, 'a');
  await seen('accepted', open(a.page).getByText('Active'), open(c.page).getByText('Active'));
  await accessible(b.page);
  await keys(b.page, 'Enter');
  await expect(b.page.getByRole('heading', { level: 1 })).toHaveText('Smoke from the cellar');

  // C follows along into the room.
  await open(c.page).getByRole('link').first().click();
  await expect(c.page.getByRole('heading', { level: 1 })).toHaveText('Smoke from the cellar');
  const room = (page: Page) => page.getByRole('group', { name: 'Log' });
  await expect(room(c.page)).toContainText('Accepted');

  // B sends two units, A moves them from the unit board.
  await keys(b.page, 'd');
  for (const callSign of ['H11', 'H12']) {
    await expect(b.page.getByPlaceholder('Call sign, station or kind')).toHaveValue('');
    await b.page.keyboard.type(callSign);
    await keys(b.page, 'Enter');
    await seen(`${callSign} assigned`, room(c.page).getByText(`${callSign} assigned`));
  }
  await keys(b.page, 'Escape');
  await keys(a.page, 'g', 'u');
  await expect(a.page.getByRole('heading', { level: 1, name: 'Units' })).toBeAttached();
  const unit = (callSign: string) => a.page.getByRole('group', { name: new RegExp(`^${callSign},`) });
  for (const [code, word] of [['1', 'Rykker ut'], ['2', 'Fremme']] as const) {
    for (const callSign of ['H11', 'H12']) {
      await keys(a.page, 'f');
      await a.page.keyboard.type(callSign);
      await keys(a.page, 'Enter');
      await expect(unit(callSign)).toBeFocused();
      await keys(a.page, code);
      await seen(`${callSign} ${code}`, room(c.page).getByText(`${callSign}: ${code} ${word}`), room(b.page).getByText(`${callSign}: ${code} ${word}`));
    }
  }
  await accessible(a.page);
  await shoot('2 the unit board', a.page);

  // B talks; C reads.
  await keys(b.page, 'w');
  await b.page.keyboard.type('Fire is under control');
  await keys(b.page, 'Enter', 'Escape');
  await seen('talk', room(c.page).getByText('Fire is under control'));
  await accessible(c.page);
  await shoot('3 the room of who may only read', c.page);

  // Who presses the keys of a step sees its button first, and waits while the step before is under way.
  const step = async (name: RegExp, ...typed: string[]) => {
    await expect(b.page.getByRole('button', { name }).first()).toBeEnabled();
    await keys(b.page, ...typed);
  };
  await step(/^Stable/, 's', 's');
  await seen('stable', room(c.page).getByText('Stabilised: active → stable'));
  await expect(b.page.getByRole('button', { name: /^Stable/ })).toHaveCount(0);
  await step(/^Complete/, 's', 'c');
  await b.page.getByRole('combobox', { name: 'How it ended' }).selectOption('resolved');
  await expect(b.page.getByText('Still assigned: H11, H12')).toBeVisible();
  await b.page.getByRole('checkbox', { name: 'Release all' }).press('Space');
  await accessible(b.page);
  await shoot('4 completing', b.page);
  await b.page.getByRole('checkbox', { name: 'Release all' }).press('Enter');
  await seen('completed', room(c.page).getByText(/stable → completed/), unit('H11').getByText('Ledig').or(unit('H11')).first());
  await expect(unit('H11')).toHaveAccessibleName(/available/i);
  await expect(unit('H12')).toHaveAccessibleName(/available/i);
  await step(/^Close/, 's', 'z');
  await seen('closed', room(c.page).getByText('Closed: completed → closed'));
  await expect(c.page.getByText('Closed').first()).toBeVisible();
  await shoot('5 closed', b.page);

  console.log(`story, ms until the others saw it: ${times.join(' · ')}`);
  expect(loads.map((count) => count())).toEqual([0, 0]);
  expect([...a.complaints, ...b.complaints, ...c.complaints]).toEqual([]);
});
