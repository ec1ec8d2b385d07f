import type { Browser, Page } from '@playwright/test';
import { norwayLocal } from '@/lib/core/norway-time';
import type { Board } from '@/testing/board';
import { expect, test, type Desk } from './board-test';

const HOUR = 3_600_000;
const SCRIPT = '<img src=x onerror="window.ran=true"><script>window.ran=true</script>';

/** A place name of one story: the board is shared by all of them. */
function somewhere(): string {
  return `Strandveien ${crypto.randomUUID().slice(0, 8)}`;
}

/** Somebody on the public form, at an address of their own: the form lets each address send only a few. */
async function stranger(browser: Browser, board: Board, path = '/bonfire-notice?lang=en') {
  const bytes = crypto.getRandomValues(new Uint8Array(3));
  const headers = { 'x-forwarded-for': `10.${bytes.join('.')}` };
  const context = await browser.newContext({ baseURL: board.app.url, extraHTTPHeaders: headers });
  const page = await context.newPage();
  await page.goto(path);
  return { page, close: () => context.close(), headers };
}

function notice(address: string) {
  return {
    'Your name': 'Ola Nordmann',
    Phone: '+47 912 34 567',
    'Address or place': address,
    Municipality: 'Asker',
    'Lit at': norwayLocal(Date.now() + HOUR),
    'Out at the latest': norwayLocal(Date.now() + 3 * HOUR),
    'What is burnt?': 'Branches',
    'How large?': '2 m wide',
    'What do you have to put it out?': 'Garden hose',
    'Who watches the fire?': 'Ola himself',
  };
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
}

async function expectKept(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
}

/** Registers a notice as the dispatcher of a desk and opens it. */
async function registered({ page }: Desk, address: string): Promise<void> {
  const answer = await page.request.post('/api/bonfires', {
    data: {
      name: 'Kari',
      phone: '22 33 44 55',
      place: { address },
      municipality: 'Asker',
      startsAt: new Date(Date.now() + HOUR).toISOString(),
      endsAt: new Date(Date.now() + 2 * HOUR).toISOString(),
      material: 'Straw',
      extent: 'Small',
      extinguishing: 'Water',
      responsible: 'Kari',
      landownerConsent: true,
    },
  });
  expect(answer.status()).toBe(201);
  await page.getByRole('link', { name: new RegExp(address) }).focus();
  await page.keyboard.press('Enter');
  await expect(detail(page)).toContainText(address);
}

function detail(page: Page) {
  return page.getByRole('region', { name: 'Notice', exact: true });
}

test('a notice from the public form appears on a dispatcher’s open page, its script as text', async ({ desk, board, browser }) => {
  const dispatcher = await desk('dispatcher1', '/bonfires');
  const address = somewhere();
  const { page, close } = await stranger(browser, board);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await fill(page, { ...notice(address), 'What is burnt?': SCRIPT, 'Who watches the fire?': SCRIPT.slice(0, 80) });
  await page.getByLabel('The landowner has agreed').check();
  await page.getByRole('button', { name: 'Send notice' }).click();
  const reference = (await page.getByTestId('reference').textContent())?.trim() ?? '';
  expect(reference).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
  await expect(page.getByText(/is not an approval/).first()).toBeVisible();
  await close();

  const row = dispatcher.page.getByRole('link', { name: new RegExp(address) });
  await expect(row).toBeVisible({ timeout: 5_000 });
  await row.click();
  await expect(detail(dispatcher.page)).toContainText(reference);
  await expect(detail(dispatcher.page)).toContainText(SCRIPT);
  await expect(detail(dispatcher.page).getByRole('link', { name: '+47 912 34 567' })).toHaveAttribute('href', 'tel:+4791234567');
  expect(await dispatcher.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(dialogs).toEqual([]);
  expect(dispatcher.complaints).toEqual([]);
});

test('a dispatcher takes a notice by keyboard alone and moves it on to its end', async ({ desk, board }) => {
  const { page, complaints } = await desk('dispatcher2', '/bonfires');
  const address = somewhere();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  const soon = norwayLocal(Date.now() + HOUR).replace('T', ' ');
  const later = norwayLocal(Date.now() + 3 * HOUR).replace('T', ' ');
  for (const text of ['Ola', '+47 912 34 567', address, 'Asker', soon, later, 'Branches', 'Small', 'Hose']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Ola');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Registered as' })).toBeVisible();
  await page.getByRole('link', { name: new RegExp(address) }).focus();
  await page.keyboard.press('Enter');
  await expect(detail(page)).toContainText('Registered');

  for (const [key, button, state] of [
    ['b', 'Mark as burning', 'Burning'],
    ['o', 'Mark as out', 'Reported out'],
    ['c', 'Close notice', 'Closed'],
  ] as const) {
    await expect(detail(page).getByRole('button', { name: button })).toBeEnabled();
    await page.keyboard.press(key);
    await expect(detail(page)).toContainText(state);
  }
  const [row] = await board.sql<{ status: string; version: number }>(`SELECT status, version FROM bonfires WHERE address = $1`, [address]);
  expect(row).toEqual({ status: 'closed', version: 4 });
  await expect(page.getByRole('link', { name: new RegExp(address) })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a fire out of control becomes an incident, and the dispatcher lands on it', async ({ desk, board }) => {
  const seat = await desk('dispatcher3', '/bonfires');
  const { page } = seat;
  const address = somewhere();
  await registered(seat, address);
  await page.keyboard.press('b');
  await expect(detail(page).getByRole('button', { name: 'Escalate' })).toBeEnabled();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(address);
  await dialog.getByLabel('Priority of the incident').selectOption('P1');
  await dialog.getByRole('button', { name: 'Create the incident' }).press('Enter');
  await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}/);
  const [row] = await board.sql<{ id: string; priority: string; status: string }>(
    `SELECT i.id, i.priority, b.status FROM bonfires b JOIN incidents i ON i.id = b.incident_id WHERE b.address = $1`,
    [address],
  );
  expect(row).toMatchObject({ priority: 'P1', status: 'escalated' });
  expect(page.url()).toContain(row?.id ?? 'no incident');

  // The room says where it is, what burns there, and what it came from; each leads to the other.
  const facts = page.locator('dl').filter({ hasText: 'Bonfire notice' });
  await expect(facts.getByText(`${address}, Asker`, { exact: true })).toBeVisible();
  await expect(facts).toContainText('Kari, 22 33 44 55');
  const log = page.getByRole('group', { name: 'Log' });
  for (const said of ['Came in as P1 fire from bonfire notice', 'Material: Straw', 'Extent: Small', 'To put it out: Water']) await expect(log).toContainText(said);
  await expect(log).not.toContainText('22 33 44 55');
  const link = facts.getByRole('link', { name: /^[0-9A-F]{4}-[0-9A-F]{4}$/ });
  const reference = (await link.textContent()) ?? '';
  await expect(log).toContainText(reference);
  await link.press('Enter');
  await expect(detail(page)).toContainText(address);
  await expect(detail(page)).toContainText(reference);
  await detail(page).getByRole('link', { name: 'Open the incident it became' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/incidents/${row?.id}`));
});

test('somebody else was quicker: the reason is said and the new state is shown', async ({ desk }) => {
  const first = await desk('dispatcher4', '/bonfires');
  const address = somewhere();
  await registered(first, address);
  const { page } = first;
  // Somebody moves it on while this one's decision is on its way.
  await page.route('**/api/bonfires/*/transitions', async (route) => {
    const quicker = await page.request.post(route.request().url(), { data: { action: 'activate', version: 1 } });
    expect(quicker.status()).toBe(200);
    await route.continue();
  });
  await page.keyboard.press('x');
  await expect(detail(page).getByRole('alert')).toContainText('Somebody has changed this notice meanwhile');
  await expect(detail(page)).toContainText('Burning');
});

test('a refused form keeps every field and says why, in both languages', async ({ browser, board }) => {
  const { page, close, headers } = await stranger(browser, board);
  const fields = notice(somewhere());
  await fill(page, { ...fields, Phone: 'none' });
  await page.getByRole('button', { name: 'Send notice' }).click();
  await expect(page.getByText('Write a phone number that we can call.')).toBeVisible();
  await expectKept(page, { ...fields, Phone: 'none' });

  // The limit of the form for one address: five in ten minutes.
  for (let sent = 0; sent < 5; sent += 1) {
    expect((await page.request.post('/api/public/bonfires', { headers, data: {} })).status()).toBe(422);
  }
  await page.getByLabel('Phone', { exact: true }).fill(fields.Phone);
  await page.getByRole('button', { name: 'Send notice' }).click();
  await expect(page.getByText(/Too many notices were sent in a short time.*Try again in (9|10) min \d+ s.*still here/)).toBeVisible();
  await expectKept(page, fields);
  await page.getByRole('button', { name: 'Norsk' }).click();
  await expect(page.getByText(/for mange meldinger på kort tid.*om (9|10) min/)).toBeVisible();
  await expect(page.getByLabel('Navnet ditt')).toHaveValue(fields['Your name']);
  await close();
});

test('a date in the ban period brings its rules, before and after sending', async ({ browser, board }) => {
  const { page, close } = await stranger(browser, board);
  const year = new Date().getUTCFullYear() + 1;
  await fill(page, { ...notice(somewhere()), 'Lit at': `${year}-06-23T20:00`, 'Out at the latest': `${year}-06-23T23:00` });
  await expect(page.getByText('Open fire is banned at this time.')).toBeVisible();
  await page.getByLabel('Lit at').fill(`${year}-01-23T20:00`);
  await page.getByLabel('Out at the latest').fill(`${year}-01-23T23:00`);
  await expect(page.getByText('Open fire is banned at this time.')).toBeHidden();
  await page.getByLabel('Lit at').fill(`${year}-04-14T20:00`);
  await page.getByLabel('Out at the latest').fill(`${year}-04-15T01:00`);
  await page.getByRole('button', { name: 'Send notice' }).click();
  await expect(page.getByTestId('reference')).toBeVisible();
  await expect(page.getByText('Open fire is banned at this time.').first()).toBeVisible();
  await close();
});

test('an observer reads everything and has no button', async ({ desk, board }) => {
  const seat = await desk('dispatcher5', '/bonfires');
  const address = somewhere();
  await registered(seat, address);
  const [row] = await board.sql<{ id: string }>(`SELECT id FROM bonfires WHERE address = $1`, [address]);
  const observer = await desk('observer', `/bonfires?bonfire=${row?.id}`);
  await expect(detail(observer.page)).toContainText(address);
  await expect(detail(observer.page).getByRole('button')).toHaveCount(1);
  await expect(observer.page.getByRole('region', { name: 'New notice' })).toHaveCount(0);
  expect(observer.complaints).toEqual([]);
});

test('a burst of notices waits for a look: its sender is told so, two dispatchers see the number, one takes in, one refuses', async ({ desk, board, browser }) => {
  const age = () => board.sql(`UPDATE bonfires SET created_at = created_at - interval '1 hour' WHERE source = 'public'`);
  await age();
  const [one, other] = [await desk('dispatcher1', '/bonfires'), await desk('dispatcher2', '/')];
  const waiting = (page: Page, words: RegExp) => page.getByRole('link', { name: words });
  await expect(waiting(one.page, /for a look/)).toBeHidden();
  const { page, close, headers } = await stranger(browser, board);
  for (let sent = 0; sent < 11; sent += 1) {
    const answer = await page.request.post('/api/public/bonfires', {
      headers: { ...headers, 'x-forwarded-for': `10.7.${sent}.${Math.floor(Math.random() * 250)}` },
      data: {
        name: 'Per', phone: '22 33 44 55', place: { address: `Burst ${sent} ${somewhere()}` }, municipality: 'Asker', material: 'Straw', extent: 'Small', extinguishing: 'Water', responsible: 'Per',
        startsAt: new Date(Date.now() + HOUR).toISOString(), endsAt: new Date(Date.now() + 2 * HOUR).toISOString(), landownerConsent: true,
      },
    });
    expect(answer.status()).toBe(201);
  }
  const address = somewhere();
  await fill(page, notice(address));
  await page.getByRole('button', { name: 'Send notice' }).click();
  await expect(page.getByText('Your notice has come in, but is not registered yet')).toBeVisible();
  await expect(page.getByText(/looks at yours before it is registered/)).toBeVisible();
  await close();

  for (const seat of [one, other]) await expect(waiting(seat.page, /^2 notices wait for a look$/)).toBeVisible();
  await expect(one.page.getByRole('link', { name: new RegExp(address) })).toHaveCount(0);
  for (const seat of [one, other]) await waiting(seat.page, /for a look/).click();
  const list = (seat: Desk) => seat.page.getByRole('list', { name: 'Notices that wait for a look' });
  for (const seat of [one, other]) await expect(list(seat).getByRole('listitem')).toHaveCount(2);
  await list(one).getByRole('button', { name: `Take in: ${address} · Asker` }).press('Enter');
  for (const seat of [one, other]) await expect(list(seat).getByRole('listitem')).toHaveCount(1);
  await other.page.getByRole('button', { name: 'Refuse this one' }).press('Enter');
  await other.page.getByLabel('Why is it rejected?').fill('Nobody knows of it');
  await other.page.keyboard.press('Enter');
  for (const seat of [one, other]) await expect(seat.page.getByText('No notice waits for a look.')).toBeVisible();
  for (const seat of [one, other]) await expect(waiting(seat.page, /for a look/)).toBeHidden();
  await one.page.getByRole('button', { name: 'Open', exact: true }).press('Enter');
  await expect(one.page.getByRole('link', { name: new RegExp(address) })).toBeVisible();
  expect([...one.complaints, ...other.complaints]).toEqual([]);
  await age();
});
