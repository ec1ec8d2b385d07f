import { expect, test } from './board-test';

test('an admin enters, renames and retires a unit, and every screen has it at once (U1, A7)', async ({ desk }) => {
  const admin = await desk('admin', '/units/manage');
  const other = await desk('dispatcher1', '/units');
  const row = (callSign: string) => other.page.getByRole('group', { name: new RegExp(`^${callSign},`) });
  const form = admin.page.getByRole('form', { name: 'Enter a unit' });

  await form.getByRole('button', { name: 'Enter it' }).click();
  await expect(form.getByText('Write something here.').first()).toBeVisible();
  await form.getByLabel('Call sign').fill('Q71');
  await form.getByLabel('Name').fill('Reserve pumper');
  await form.getByLabel('Kind').fill('pumper');
  await form.getByLabel('Station').fill('Hamar');
  await form.getByLabel('Position, if known').fill('60.79, 11.06');
  await admin.page.keyboard.press('Enter');
  await expect(admin.page.getByRole('status').filter({ hasText: 'Q71 is on the board.' })).toBeVisible();
  await expect(form.getByLabel('Call sign')).toHaveValue('');
  await expect(form.getByLabel('Call sign')).toBeFocused();
  await expect(row('Q71')).toContainText('Hamar');

  await form.getByLabel('Call sign').fill('q71');
  await form.getByLabel('Name').fill('Another');
  await admin.page.keyboard.press('Enter');
  await expect(form.getByText('Another unit has this call sign.')).toBeVisible();
  await expect(form.getByLabel('Name')).toHaveValue('Another');

  await admin.page.getByRole('button', { name: 'Edit Q71' }).click();
  const edit = admin.page.getByRole('form', { name: 'Edit Q71' });
  await expect(edit.getByLabel('Call sign')).toBeFocused();
  await edit.getByLabel('Call sign').fill('Q72');
  await admin.page.keyboard.press('Enter');
  await expect(admin.page.getByRole('button', { name: 'Edit Q72' })).toBeFocused();
  await expect(row('Q72')).toBeVisible();
  await expect(row('Q71')).toBeHidden();

  await admin.page.getByRole('button', { name: 'Retire Q72' }).click();
  await admin.page.getByRole('button', { name: 'Retire it' }).click();
  await expect(admin.page.getByRole('status').filter({ hasText: 'Q72 is off the board.' })).toBeVisible();
  await expect(row('Q72')).toBeHidden();
  // The browser complains of the one that was refused on purpose.
  expect([...admin.complaints.filter((words) => !/409/.test(words)), ...other.complaints]).toEqual([]);
});

test('only admins see the page', async ({ desk }) => {
  const { page } = await desk('supervisor', '/units');
  await expect(page.getByRole('link', { name: 'Edit units' })).toBeHidden();
  expect((await page.request.get('/units/manage')).status()).toBe(404);
});
