import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, expectLive, test } from './board-test';

/** A page that answers as it is told. */
interface WatchedServer {
  readonly url: string;
  status: number;
  readonly close: () => Promise<void>;
}

async function startServer(): Promise<WatchedServer> {
  const server: Server = createServer((_, response) => response.writeHead(watched.status, { 'content-type': 'text/plain' }).end('Watched'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  const watched: WatchedServer = { url: `http://127.0.0.1:${port}/health`, status: 200, close };
  return watched;
}

/** A monitor's row on the list. */
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
const newForm = (page: Page) => page.getByRole('form', { name: 'New monitor' });
const editForm = (page: Page, name: string) => page.getByRole('form', { name: `Edit ${name}` });

/** Three fails or two good looks at two seconds each, with room for a busy machine. */
const SHOWN = { timeout: 60_000 };

// The board is shared: the next stories shall find what Watchroom came with.
test.afterAll(async ({ board }) => {
  await board.sql('DELETE FROM monitors WHERE NOT builtin');
  await board.sql(`UPDATE monitors SET timeout_ms = 2000, warn_latency_ms = 1000 WHERE id = 'builtin-names'`);
});

/** Types in a web page that is looked at every two seconds. */
async function typePage(page: Page, name: string, url: string): Promise<void> {
  await page.keyboard.press('n');
  const form = newForm(page);
  await expect(form.getByRole('combobox', { name: 'Kind' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await form.getByRole('textbox', { name: 'Address' }).fill(url);
  await form.getByRole('textbox', { name: 'Every, s' }).fill('2');
  await form.getByRole('textbox', { name: 'Time-out, s' }).fill('1');
}

test('an admin adds a monitor, tests it, sees it come up and go down live, and takes it away again (N3, N4)', async ({ desk }) => {
  const server = await startServer();
  const { page, complaints } = await desk('admin', '/monitors');
  for (const [key, name] of [['j', 'Database'], ['j', 'Redis'], ['k', 'Database']] as const) {
    await page.keyboard.press(key);
    await expect(row(page, name).getByRole('link')).toBeFocused();
  }
  await typePage(page, 'Watched page', server.url);
  await newForm(page).getByRole('button', { name: 'Test now' }).click();
  await expect(newForm(page).getByText(/^Works · [\d.]+ ms$/)).toBeVisible();
  await expect(row(page, 'Watched page')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(editForm(page, 'Watched page')).toBeVisible();
  await expect(row(page, 'Watched page')).toContainText('Up', SHOWN);

  server.status = 500;
  await expect(row(page, 'Watched page')).toContainText('Down', SHOWN);
  await expect(row(page, 'Watched page')).toContainText('500');
  server.status = 200;
  await expect(row(page, 'Watched page')).toContainText('Up', SHOWN);

  await row(page, 'Watched page').getByRole('link').focus();
  await page.keyboard.press('t');
  await expect(row(page, 'Watched page')).toContainText(/Test: Works · [\d.]+ ms/);
  await page.keyboard.press('p');
  await expect(row(page, 'Watched page')).toContainText('Paused');
  await expect(row(page, 'Watched page').getByRole('link')).toBeFocused();
  await page.keyboard.press('p');
  await expect(row(page, 'Watched page')).toContainText('Up', SHOWN);

  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog', { name: 'Delete Watched page?' });
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Watched page')).toHaveCount(1);
  await row(page, 'Watched page').getByRole('button', { name: 'Delete Watched page' }).click();
  await question.getByRole('button', { name: 'Delete it' }).click();
  await expect(row(page, 'Watched page')).toHaveCount(0);
  await expect(newForm(page)).toBeVisible();

  await row(page, 'Database').getByRole('link').focus();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Database')).toContainText('comes with Watchroom and cannot be deleted');
  await expect(question).toHaveCount(0);
  expect(complaints).toEqual([]);
  await server.close();
});

test('what cannot be accepted is said beside its field, and nothing typed is lost (F1)', async ({ desk }) => {
  const { page, complaints } = await desk('admin', '/monitors');
  const form = newForm(page);
  await form.getByRole('combobox', { name: 'Kind' }).selectOption('TCP port');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Radio gateway');
  await form.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1');
  await form.getByRole('textbox', { name: 'Port' }).fill('70000');
  await form.getByRole('button', { name: 'Add monitor' }).click();
  await expect(form.getByRole('textbox', { name: 'Port' })).toHaveAccessibleDescription('A port is between 1 and 65535.');
  await form.getByRole('textbox', { name: 'Port' }).fill('5060');
  await page.reload();
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Radio gateway');
  await form.getByRole('button', { name: 'Add monitor' }).click();

  const edit = editForm(page, 'Radio gateway');
  await edit.getByRole('textbox', { name: 'Port' }).fill('12345678');
  await edit.getByRole('textbox', { name: 'Name', exact: true }).fill('Radio gateway, new');
  await page.keyboard.press('Control+Enter');
  await expect(edit.getByRole('textbox', { name: 'Port' })).toHaveAccessibleDescription('A port is between 1 and 65535.');

  // What only the server knows to refuse reaches its field, too.
  const refusal = { error: { code: 'invalid', message: 'Some of this cannot be accepted.', details: [{ path: 'config.port', message: 'This port is taken by another monitor.' }] } };
  await page.route('**/api/monitors/*', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify(refusal) }));
  await edit.getByRole('textbox', { name: 'Port' }).fill('5061');
  await page.keyboard.press('Control+Enter');
  await expect(edit.getByRole('textbox', { name: 'Port' })).toHaveAccessibleDescription('This port is taken by another monitor.');
  await expect(edit.getByRole('textbox', { name: 'Port' })).toHaveValue('5061');
  await expect(edit.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Radio gateway, new');
  expect(complaints.filter((line) => !line.includes('422'))).toEqual([]);
});

test('an address that gives away a cloud machine is refused in words', async ({ desk }) => {
  const { page } = await desk('admin', '/monitors');
  const form = newForm(page);
  await form.getByRole('textbox', { name: 'Address' }).fill('http://169.254.169.254/');
  await form.getByRole('button', { name: 'Test now' }).click();
  await expect(form.getByRole('alert')).toContainText('169.254.169.254 may not be probed. Choose another address.');
});

test('two admins at one monitor: the later one sees what changed and applies theirs again', async ({ desk }) => {
  const one = await desk('admin', '/monitors?monitor=builtin-names');
  const other = await one.page.context().newPage();
  await other.goto('/monitors?monitor=builtin-names');
  const mine = editForm(one.page, 'Name resolution');
  const theirs = editForm(other, 'Name resolution');
  await mine.getByRole('textbox', { name: 'Slow above, ms' }).fill('900');
  await theirs.getByRole('textbox', { name: 'Time-out, s' }).fill('1.5');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Saved.')).toBeVisible();

  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine.getByText('Somebody else changed this monitor meanwhile.')).toBeVisible();
  await expect(mine.getByText('Time-out, s: 2 → 1.5')).toBeVisible();
  await expect(mine.getByRole('textbox', { name: 'Slow above, ms' })).toHaveValue('900');
  await mine.getByRole('button', { name: 'Apply mine again' }).click();
  await expect(mine.getByText('Saved.')).toBeVisible();
  const answer = (await (await one.page.request.get('/api/monitors')).json()) as { items: { id: string; timeoutMs: number; warnLatencyMs: number }[] };
  expect(answer.items.find(({ id }) => id === 'builtin-names')).toMatchObject({ timeoutMs: 1_500, warnLatencyMs: 900 });
});

test('what somebody types outlives its monitor, and can be added again', async ({ desk }) => {
  const { page } = await desk('admin', '/monitors');
  const made = await page.request.post('/api/monitors', { data: { name: 'Short-lived', config: { kind: 'tcp', host: '127.0.0.1', port: 9 } } });
  const { monitor } = (await made.json()) as { monitor: { id: string } };
  await page.getByRole('button', { name: 'Edit Short-lived' }).click(SHOWN);
  const edit = editForm(page, 'Short-lived');
  await edit.getByRole('textbox', { name: 'Host' }).fill('localhost');
  await page.request.delete(`/api/monitors/${monitor.id}`);
  await expect(edit.getByText('Somebody deleted this monitor.')).toBeVisible(SHOWN);
  await expect(row(page, 'Short-lived')).toHaveCount(0);
  await edit.getByRole('button', { name: 'Add monitor' }).click();
  await expect(row(page, 'Short-lived')).toContainText('localhost:9');
});

test('maintenance shows at once and ends when told; a heartbeat has its address; the summary is switched (N5)', async ({ desk }) => {
  const { page, complaints } = await desk('admin', '/monitors');
  await page.keyboard.press('m');
  const plan = page.getByRole('form', { name: 'Plan maintenance' });
  await expect(plan.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('New disks');
  await plan.getByRole('radio', { name: 'Only these' }).check();
  await plan.getByRole('checkbox', { name: 'Disk and memory' }).check();
  await plan.getByRole('button', { name: 'Plan it' }).click();
  await expect(plan).toHaveCount(0);
  await expect(row(page, 'Disk and memory')).toContainText('Maintenance', SHOWN);
  await page.getByRole('button', { name: 'End now: New disks' }).click();
  await expect(page.getByText('No maintenance is on or planned.')).toBeVisible();
  await expect(row(page, 'Disk and memory').getByText('Maintenance')).toHaveCount(0, SHOWN);

  const form = newForm(page);
  await form.getByRole('combobox', { name: 'Kind' }).selectOption('Heartbeat');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Nightly backup');
  await expect(form.getByRole('button', { name: 'Test now' })).toHaveCount(0);
  await form.getByRole('button', { name: 'Add monitor' }).click();
  const address = await editForm(page, 'Nightly backup').getByRole('textbox', { name: 'Address to call' }).inputValue();
  expect(address).toMatch(/^http:\/\/.+\/api\/push\/[0-9a-f]{48}\?status=up&msg=OK&ping=$/);
  expect((await page.request.get(address)).ok()).toBe(true);
  await expect(row(page, 'Nightly backup')).toContainText('Up', SHOWN);

  const summary = page.getByRole('switch');
  await summary.click();
  await expect(page.getByText('On: anybody can read it')).toBeVisible();
  await page.reload();
  await expectLive(page);
  await expect(page.getByText('On: anybody can read it')).toBeVisible();
  await summary.click();
  await expect(page.getByText('Off: nobody can read it')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a dispatcher has neither a link nor a page (A1)', async ({ desk }) => {
  const { page } = await desk('dispatcher1', '/');
  await expect(page.getByRole('link', { name: 'Monitors' })).toHaveCount(0);
  await page.goto('/monitors');
  await expect(page.getByRole('heading', { name: 'Monitors' })).toHaveCount(0);
  await expect(newForm(page)).toHaveCount(0);
  expect((await page.request.get('/api/monitors')).status()).toBe(403);
});
