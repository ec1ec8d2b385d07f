import { expect, test } from './board-test';

test('an admin makes an account, changes it, and disables it; its owner is signed out at once (A1, A7)', async ({ desk, browser, board }) => {
  const { page, complaints } = await desk('admin', '/accounts');
  const form = page.getByRole('form', { name: 'Make an account' });
  await form.getByRole('button', { name: 'Make the account' }).click();
  await expect(form.getByText('Write an e-mail address, such as astrid@example.org.')).toBeVisible();
  await form.getByLabel('Name').fill('Tuva Lund');
  await form.getByLabel('E-mail').fill('admin@example.org');
  await form.getByLabel('Role').selectOption('Dispatcher');
  await form.locator('input[type=password]').fill('a good long password');
  await page.keyboard.press('Enter');
  await expect(form.getByText(/There is an account with this e-mail already/)).toBeVisible();
  await expect(form.getByLabel('Name')).toHaveValue('Tuva Lund');
  await form.getByLabel('E-mail').fill('tuva@example.net');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tuva Lund can sign in as tuva@example.net from now on.')).toBeVisible();
  await expect(form.getByLabel('Name')).toBeFocused();

  const tuva = await browser.newContext({ baseURL: board.app.url });
  const screen = await tuva.newPage();
  const signIn = async (password: string) => {
    await screen.goto('/sign-in');
    await screen.getByLabel('E-mail').fill('tuva@example.net');
    await screen.locator('input[type=password]').fill(password);
    await screen.keyboard.press('Enter');
  };
  await signIn('a good long password');
  await expect(screen.getByRole('button', { name: 'Tuva Lund, Dispatcher: account and settings' })).toBeVisible();

  await page.getByRole('button', { name: 'Edit Tuva Lund' }).click();
  const edit = page.getByRole('form', { name: 'Edit Tuva Lund' });
  await edit.getByLabel('Role').selectOption('Supervisor');
  await edit.locator('input[type=password]').fill('another good password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Edit Tuva Lund' })).toBeFocused();
  await expect(page.getByRole('row', { name: /Tuva Lund/ })).toContainText('Supervisor');
  await expect(screen).toHaveURL(/\/sign-in/);
  await signIn('another good password');
  await expect(screen.getByRole('button', { name: 'Tuva Lund, Supervisor: account and settings' })).toBeVisible();

  await page.getByRole('button', { name: 'Disable Tuva Lund' }).click();
  await page.getByRole('button', { name: 'Disable it' }).click();
  await expect(page.getByRole('row', { name: /Tuva Lund/ })).toContainText('disabled');
  await expect(screen).toHaveURL(/\/sign-in/);
  // Nobody takes the last way in from themselves.
  await expect(page.getByRole('button', { name: 'Disable Astrid Nygård' })).toBeDisabled();
  await tuva.close();
  // The browser complains of what was refused on purpose.
  expect(complaints.filter((words) => !/409/.test(words))).toEqual([]);
});
