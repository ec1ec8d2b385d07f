import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { codesAnswerSchema } from '@/lib/protocol/board-answers';
import type { StatusCode } from '@/lib/protocol/unit';
import { expect, test, type Desk } from './board-test';

/** A unit's row on the board. */
const row = (page: Page, callSign: string) => page.getByRole('group', { name: new RegExp(`^${callSign},`) });
const order = (page: Page) => page.getByRole('button', { name: /^Save code / }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.slice(10)));

async function codesOf({ page }: Desk) {
  return codesAnswerSchema.parse(await (await page.request.get('/api/units/codes')).json());
}

/** Runs a story that changes the list of codes, and leaves the list as it was. */
async function withOwnCodes(admin: Desk, story: () => Promise<void>): Promise<void> {
  const before = await codesOf(admin);
  try {
    await story();
  } finally {
    const { codesVersion: version } = await codesOf(admin);
    const fields = ({ code, text, state, requiresNote, requiresMinutes, warnSeconds, alertSeconds }: StatusCode) => ({ code, text, state, requiresNote, requiresMinutes, warnSeconds, alertSeconds });
    const codes = before.codes.filter(({ state }) => state !== 'alerted').map(fields);
    expect((await admin.page.request.put('/api/units/codes', { data: { version, mode: 'replace', codes } })).status()).toBe(200);
  }
}

async function command(page: Page, line: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(line);
}

test('a code of the agency’s own is added, set, moved and removed by keyboard, and every screen follows', async ({ desk }) => {
  const admin = await desk('admin', '/units/codes');
  const dispatcher = await desk('dispatcher1', '/units');
  await withOwnCodes(admin, async () => {
    const { keyboard } = admin.page;
    await admin.page.getByRole('textbox', { name: 'New code' }).focus();
    await keyboard.type('10-8');
    await keyboard.press('Tab');
    await keyboard.type('In service');
    await keyboard.press('Enter');
    await expect(admin.page.getByRole('textbox', { name: '10-8: text' })).toHaveValue('In service');
    await expect(admin.page.getByRole('textbox', { name: 'New code' })).toBeFocused();
    await keyboard.type('ack');
    await keyboard.press('Enter');
    await expect(admin.page.getByText('ack cannot be a code')).toBeVisible();

    await command(dispatcher.page, 'H21 10-8');
    await expect(dispatcher.page.getByRole('option')).toContainText('H21: 10-8 In service');
    await dispatcher.page.keyboard.press('Enter');
    await expect(row(dispatcher.page, 'H21')).toHaveAccessibleName(/10-8 In service/);
    await dispatcher.page.keyboard.press('Escape');

    await admin.page.getByRole('textbox', { name: '10-8: text' }).focus();
    await keyboard.press('Alt+ArrowUp');
    await expect.poll(() => order(admin.page)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10-8', '0']);
    await expect(admin.page.getByRole('textbox', { name: '10-8: text' })).toBeFocused();

    await admin.page.getByRole('button', { name: 'Remove code 10-8', exact: true }).focus();
    await keyboard.press('Enter');
    await expect(admin.page.getByText('One unit stands under it and keeps it')).toBeVisible();
    await expect(admin.page.getByRole('button', { name: 'Yes, remove code 10-8' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(admin.page.getByRole('textbox', { name: '10-8: text' })).toHaveCount(0);
    await command(dispatcher.page, 'H12 10-8');
    await expect(dispatcher.page.getByText('10-8 is no status code.')).toBeVisible();
    await expect(row(dispatcher.page, 'H21')).toHaveAccessibleName(/10-8 In service/);
    await dispatcher.page.keyboard.press('Escape');
  });
  const units = await dispatcher.page.request.get('/api/units');
  const { items } = (await units.json()) as { items: { id: string; callSign: string }[] };
  await dispatcher.page.request.post(`/api/units/${items.find(({ callSign }) => callSign === 'H21')?.id}/status`, { data: { code: '6' } });
  expect(dispatcher.complaints).toEqual([]);
});

test('a code of any characters has an address of its own', async ({ desk }) => {
  const admin = await desk('admin', '/units/codes');
  await withOwnCodes(admin, async () => {
    for (const code of ['8/2', '50%', '#1', 'Ø?']) {
      const add = await admin.page.request.post('/api/units/codes', { data: { code, text: 'Odd', state: 'standby' } });
      expect(add.status()).toBe(201);
      await admin.page.getByRole('textbox', { name: `${code}: text` }).fill('Changed');
      await admin.page.getByRole('button', { name: `Save code ${code}` }).click();
      await expect.poll(async () => (await codesOf(admin)).codes.find((one) => one.code === code)?.text).toBe('Changed');
      await admin.page.getByRole('button', { name: `Remove code ${code}`, exact: true }).click();
      await admin.page.getByRole('button', { name: `Yes, remove code ${code}` }).click();
      await expect(admin.page.getByRole('textbox', { name: `${code}: text` })).toHaveCount(0);
    }
  });
});

test('a list comes in as CSV when every line is good, goes out again, and its one-character codes have keys', async ({ desk }) => {
  const admin = await desk('admin', '/units/codes');
  const dispatcher = await desk('dispatcher1', '/units');
  await withOwnCodes(admin, async () => {
    const paste = admin.page.getByRole('textbox', { name: 'Paste CSV here' });
    const save = admin.page.getByRole('button', { name: 'Replace the list' });
    await paste.focus();
    await admin.page.keyboard.type('code,label,state,colour\n10-8,In service,available_mobile,#0a0\nB,On break,out_of_service\nA,Oops,standby\n');
    await admin.page.getByRole('radio', { name: /^Replace/ }).check();
    await expect(admin.page.getByRole('list', { name: 'Lines that cannot be taken' })).toContainText('Line 4: A is set by Watchroom');
    await expect(save).toBeDisabled();
    await paste.focus();
    await admin.page.keyboard.press('Control+End');
    await admin.page.keyboard.press('Shift+ArrowUp');
    await admin.page.keyboard.type('6,Ledig på stasjon,available_station');
    await expect(admin.page.getByText('Removed: 1, 2, 3, 4, 5, 7, 8, 9, 0.')).toBeVisible();
    await save.click();
    await expect(admin.page.getByText('Saved: 2 added, 0 changed, 9 removed.')).toBeVisible();
    expect(await order(admin.page)).toEqual(['10-8', 'B', '6']);

    const download = admin.page.waitForEvent('download');
    await admin.page.getByRole('button', { name: 'Download CSV' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('10-8,In service,available_mobile,#00aa00,no,no,,');

    await dispatcher.page.keyboard.press('f');
    await dispatcher.page.keyboard.type('H12');
    await dispatcher.page.keyboard.press('Enter');
    await expect(row(dispatcher.page, 'H12')).toBeFocused();
    await dispatcher.page.keyboard.press('Shift+B');
    await expect(row(dispatcher.page, 'H12')).toHaveAccessibleName(/B On break/);
    await dispatcher.page.keyboard.press('6');
    await expect(row(dispatcher.page, 'H12')).toHaveAccessibleName(/6 Ledig på stasjon/);
  });
  expect([...admin.complaints, ...dispatcher.complaints]).toEqual([]);
});
