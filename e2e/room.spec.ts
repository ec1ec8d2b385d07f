import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expect, expectLive, test, type Desk } from './board-test';

/** Makes an incident and gives its id. */
async function newIncident(desk: Desk, title: string): Promise<string> {
  const answer = await desk.page.request.post('/api/incidents', { data: { title, type: 'fire', priority: 'P2' } });
  expect(answer.status()).toBe(201);
  const body: { incident: { id: string; version: number } } = await answer.json();
  return body.incident.id;
}

/** Moves an incident on in its newest version. */
async function move(desk: Desk, incidentId: string, step: Record<string, unknown>): Promise<void> {
  const { incident }: { incident: { version: number } } = await (await desk.page.request.get(`/api/incidents/${incidentId}`)).json();
  const answer = await desk.page.request.post(`/api/incidents/${incidentId}/transitions`, { data: { version: incident.version, ...step } });
  expect(answer.status()).toBe(200);
}

async function enter(desk: Desk, incidentId: string): Promise<Page> {
  await desk.page.goto(`/incidents/${incidentId}`);
  await expectLive(desk.page);
  await expect(log(desk.page)).toBeVisible();
  return desk.page;
}

function log(page: Page) {
  return page.getByRole('group', { name: 'Log' });
}

function box(page: Page) {
  return page.getByRole('textbox', { name: 'Text', exact: true });
}

async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

/** The texts of the log that hold a word, from top to bottom. */
async function textsWith(page: Page, word: string): Promise<string[]> {
  const rows = await log(page).getByRole('listitem').filter({ hasText: word }).allInnerTexts();
  return rows.map((row) => new RegExp(`${word} \\w+`).exec(row)?.[0] ?? row);
}

test('three utterances written offline survive a reload and arrive once, in order (I4)', async ({ desk, board }) => {
  const writer = await desk('dispatcher1', '/');
  const reader = await desk('dispatcher2', '/');
  const id = await newIncident(writer, 'Smoke from a cellar');
  const page = await enter(writer, id);
  const other = await enter(reader, id);

  await page.context().setOffline(true);
  for (const word of ['one', 'two', 'three']) await say(page, `message ${word}`);
  await expect(log(page).getByText('waiting')).toHaveCount(3);
  await expect(page.getByText('3 waiting.')).toBeVisible();
  await box(page).fill('half a sentence');

  // The page goes away while there is no network, and comes back with it.
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(`/incidents/${id}`);
  await expect(box(page)).toHaveValue('half a sentence');

  const expected = ['message one', 'message two', 'message three'];
  for (const screen of [other, page]) await expect.poll(() => textsWith(screen, 'message')).toEqual(expected);
  await expect(log(page).getByText('waiting')).toHaveCount(0);
  const rows = await board.sql<{ text: string }>(`SELECT text FROM incident_log WHERE incident_id = $1 AND kind = 'utterance' ORDER BY seq`, [id]);
  expect(rows.map(({ text }) => text)).toEqual(expected);
});

test('a paused room refuses an utterance and keeps the text (I3)', async ({ desk }) => {
  const writer = await desk('dispatcher1', '/');
  const chief = await desk('dispatcher2', '/');
  const id = await newIncident(writer, 'Alarm at a school');
  await move(chief, id, { action: 'accept' });
  const page = await enter(writer, id);

  // Written before the pause was known here, sent after it.
  await page.context().setOffline(true);
  await say(page, 'The door is locked');
  await expect(log(page).getByText('waiting')).toBeVisible();
  await move(chief, id, { action: 'pause', reason: 'Waiting for the key' });
  await page.context().setOffline(false);
  const refused = log(page).getByRole('listitem').filter({ hasText: 'The door is locked' });
  await expect(refused).toContainText('Not taken. This incident is paused', { timeout: 30_000 });
  await expect(page.getByText('Waiting for the key').first()).toBeVisible();

  await refused.getByRole('button', { name: 'Put back into the box' }).click();
  await expect(box(page)).toHaveValue('The door is locked');
  await expect(refused).toHaveCount(0);

  // Known to be paused: it is not even sent, and may go as a note.
  await box(page).press('Enter');
  await expect(box(page)).toHaveValue('The door is locked');
  await expect(page.getByRole('alert').filter({ hasText: 'This room is paused' })).toBeVisible();
  await page.getByRole('button', { name: 'Make it a note' }).click();
  await box(page).press('Enter');
  await expect(box(page)).toHaveValue('');
  await expect(log(page).getByRole('listitem').filter({ hasText: 'The door is locked' })).toContainText('Note');
});

test('a refusal goes when its reason does: in the box, and of what was already sent (A12)', async ({ desk }) => {
  const writer = await desk('dispatcher1', '/');
  const chief = await desk('dispatcher2', '/');
  const id = await newIncident(writer, 'Alarm at a hospital');
  await move(chief, id, { action: 'accept' });
  const page = await enter(writer, id);
  await page.context().setOffline(true);
  await say(page, 'Sent into the pause');
  await expect(log(page).getByText('waiting')).toBeVisible();
  await move(chief, id, { action: 'pause', reason: 'Waiting for the key' });
  await page.context().setOffline(false);
  const row = log(page).getByRole('listitem').filter({ hasText: 'Sent into the pause' });
  await expect(row).toContainText('Not taken. This incident is paused', { timeout: 30_000 });
  await expect(row.getByRole('button', { name: 'Send it now' })).toHaveCount(0);

  await box(page).click();
  await page.keyboard.type('Written in the pause');
  await page.keyboard.press('Enter');
  const refusal = page.getByText('This room is paused');
  await expect(page.getByRole('alert').filter({ hasText: 'This room is paused' })).toBeVisible();
  await move(chief, id, { action: 'resume' });
  await expect(refusal).toHaveCount(0);
  await expect(box(page)).not.toHaveAttribute('aria-invalid');
  await expect(box(page)).toHaveValue('Written in the pause');
  await expect(row).toContainText('it does now');
  await row.getByRole('button', { name: 'Send it now' }).click();
  await expect(row).not.toContainText('Not sent yet');
  await box(page).press('Enter');
  await expect(box(page)).toHaveValue('');
  await expect(log(page).getByRole('listitem').filter({ hasText: 'Written in the pause' })).toBeVisible();
});

test('of two dispatchers who edit one incident, the second sees what changed and applies theirs again (I2)', async ({ desk }) => {
  const first = await desk('dispatcher1', '/');
  const second = await desk('dispatcher2', '/');
  const id = await newIncident(first, 'Car in the ditch');
  const [left, right] = [await enter(first, id), await enter(second, id)];
  for (const page of [left, right]) await page.keyboard.press('e');
  const form = (page: Page) => page.getByRole('form', { name: 'Edit the incident' });

  await form(right).getByLabel('Reporter').fill('Kari Nordmann');
  await form(right).getByLabel('Title').fill('Van in the ditch');
  await form(left).getByLabel('Title').fill('Lorry in the ditch');
  await form(left).getByLabel('Priority').selectOption('P1');
  await form(left).getByLabel('Title').press('Enter');
  await expect(left.getByRole('heading', { level: 1 })).toHaveText('Lorry in the ditch');

  await form(right).getByLabel('Reporter').press('Enter');
  await expect(form(right)).toContainText('Somebody else changed this incident meanwhile');
  await expect(form(right)).toContainText('Priority: P2 → P1');
  await expect(form(right)).toContainText('Title: Car in the ditch → Lorry in the ditch · you changed this too');
  await expect(form(right).getByLabel('Title')).toHaveValue('Van in the ditch');
  await expect(form(right).getByLabel('Reporter')).toHaveValue('Kari Nordmann');
  await expect(form(right).getByLabel('Priority')).toHaveValue('P1');

  // Not even a reload takes it away.
  await right.reload();
  await expectLive(right);
  await right.keyboard.press('e');
  await expect(form(right)).toContainText('Priority: P2 → P1');
  await expect(form(right).getByLabel('Title')).toHaveValue('Van in the ditch');

  await form(right).getByRole('button', { name: 'Apply mine again' }).click();
  await expect(form(right)).toHaveCount(0);
  for (const page of [left, right]) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Van in the ditch');
    await expect(page.getByText('Kari Nordmann').first()).toBeVisible();
    await expect(page.getByRole('banner').or(page.locator('header')).filter({ hasText: 'Van in the ditch' })).toContainText('P1');
  }
});

test('an edit that met another one is left with Esc and comes back with what was typed; who typed nothing is not told that it is kept (A13)', async ({ desk }) => {
  const first = await desk('dispatcher1', '/');
  const second = await desk('dispatcher2', '/');
  const third = await desk('dispatcher3', '/');
  const id = await newIncident(first, 'Tree on the road');
  const [left, right, reader] = [await enter(first, id), await enter(second, id), await enter(third, id)];
  const form = (page: Page) => page.getByRole('form', { name: 'Edit the incident' });
  for (const page of [left, right, reader]) {
    await page.keyboard.press('e');
    await expect(form(page).getByLabel('Title')).toBeFocused();
  }
  await right.keyboard.press('End');
  await right.keyboard.type(' three hurt');
  await left.keyboard.press('End');
  await left.keyboard.type(' and a car');
  await left.keyboard.press('Enter');
  await expect(left.getByRole('heading', { level: 1 })).toHaveText('Tree on the road and a car');
  await right.keyboard.press('Enter');
  await expect(form(right)).toContainText('meanwhile. What you typed is kept.');
  await expect(form(reader)).toContainText('Title: Tree on the road → Tree on the road and a car');
  await expect(form(reader)).not.toContainText('What you typed is kept');
  await expect(form(reader).getByRole('button', { name: 'Apply mine again' })).toHaveCount(0);
  await reader.keyboard.press('Escape');
  await expect(form(reader)).toHaveCount(0);

  await right.keyboard.press('Escape');
  await expect(form(right)).toHaveCount(0);
  await expect(right.getByRole('button', { name: /^Edit, not saved yet/ })).toBeVisible();
  // The keys are those of the room again.
  await right.keyboard.press('w');
  await right.keyboard.type('a late note');
  await expect(box(right)).toHaveValue('a late note');
  await right.keyboard.press('Escape');
  await right.keyboard.press('e');
  await expect(form(right).getByLabel('Title')).toHaveValue('Tree on the road three hurt');
  await form(right).getByRole('button', { name: 'Apply mine again' }).click();
  await expect(left.getByRole('heading', { level: 1 })).toHaveText('Tree on the road three hurt');
});

test('a request is asked, answered and corrected from the keyboard (I5)', async ({ desk }) => {
  const asks = await desk('dispatcher1', '/');
  const answers = await desk('dispatcher2', '/');
  const id = await newIncident(asks, 'Gas smell');
  const [left, right] = [await enter(asks, id), await enter(answers, id)];
  await left.keyboard.press('i');
  await left.keyboard.type('Is the main valve shut?');
  await left.keyboard.press('Enter');
  const open = right.getByRole('region', { name: 'Open requests' });
  await expect(open).toContainText('Is the main valve shut?');

  await right.keyboard.press('r');
  await right.keyboard.type('Shut at ten');
  await right.keyboard.press('Enter');
  await expect(open).toHaveCount(0);
  await expect(left.getByRole('region', { name: 'Open requests' })).toHaveCount(0);
  await expect(log(left).getByRole('listitem').filter({ hasText: 'Is the main valve shut?' }).first()).toContainText('Answered by');

  await right.keyboard.press('Escape');
  await right.keyboard.press('k');
  await right.keyboard.press('c');
  await expect(box(right)).toHaveValue('Shut at ten');
  await box(right).fill('Shut at eleven');
  await box(right).press('Enter');
  const corrected = log(left).getByRole('listitem').filter({ hasText: 'Shut at ten' }).first();
  await expect(corrected).toContainText('corrected by');
  await expect(corrected.locator('s')).toHaveText('Shut at ten');

  await right.keyboard.press('Escape');
  await right.keyboard.press('k');
  await right.keyboard.press('p');
  await expect(left.getByRole('region', { name: 'Pinned' })).toBeVisible();
});

test('ten thousand entries scroll, stick to the end and never jump (I4)', async ({ desk, board }) => {
  const writer = await desk('dispatcher1', '/');
  const reader = await desk('dispatcher2', '/');
  const id = await newIncident(writer, 'Long night');
  await board.sql(
    `INSERT INTO incident_log (id, incident_id, seq, kind, phase, speaker_role, speaker_label, text, occurred_at, recorded_at, source)
     SELECT gen_random_uuid()::text, $1, log_seq + n, 'utterance', 'new', 'dispatcher', 'Kari', 'line ' || n, now(), now(), 'board'
     FROM incidents, generate_series(1, 10000) n WHERE incidents.id = $1`,
    [id],
  );
  await board.sql('UPDATE incidents SET log_seq = log_seq + 10000 WHERE id = $1', [id]);
  const page = await enter(reader, id);
  await expect(log(page).getByText('line 10000', { exact: false })).toBeInViewport();
  await expect(page.getByText(/^1000\d entries$/)).toBeVisible({ timeout: 30_000 });
  await expect(log(page).getByText('line 10000', { exact: false })).toBeInViewport();
  expect(await log(page).getByRole('listitem').count()).toBeLessThan(80);

  const say = (text: string) =>
    writer.page.request.post(`/api/incidents/${id}/log`, { data: { kind: 'utterance', text, clientMsgId: randomUUID() } });
  await say('sticks to the end');
  await expect(log(page).getByText('sticks to the end')).toBeInViewport();

  await log(page).hover();
  await page.mouse.wheel(0, -3_000);
  await expect(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible();
  const top = await page.evaluate(() => document.querySelector('[aria-label="Log"]')?.scrollTop);
  await say('came below');
  await expect(page.getByRole('button', { name: '1 new, jump to newest' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('[aria-label="Log"]')?.scrollTop)).toBe(top);
  await page.keyboard.press('l');
  await expect(log(page).getByText('came below')).toBeInViewport();
  await expect(log(page).getByText('1 new since you looked')).toBeInViewport();
});

test('somebody who may only read sees everything and can do nothing (A1)', async ({ desk }) => {
  const writer = await desk('dispatcher1', '/');
  const id = await newIncident(writer, 'Open day');
  const page = await enter(await desk('observer', '/'), id);
  await writer.page.goto(`/incidents/${id}`);
  await say(writer.page, 'All quiet');
  await expect(log(page)).toContainText('All quiet');
  await expect(box(page)).toHaveCount(0);
  for (const name of [/^Edit/, /^Accept/, /^Assign/, /^Pin/, /^Correct/]) await expect(page.getByRole('button', { name })).toHaveCount(0);
});

test('a quick typist loses no letter to the key that opens the box (S6)', async ({ desk }) => {
  const somebody = await desk('dispatcher3');
  const page = await enter(somebody, await newIncident(somebody, 'Typed in one go'));
  for (let n = 0; n < 8; n += 1) {
    for (const [key, text] of [['w', 'Boat here'], ['n', 'Note about it']] as const) {
      await page.locator('body').click({ position: { x: 2, y: 400 } });
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await page.keyboard.type(key + text);
      await expect(box(page)).toHaveValue(text);
      await box(page).fill('');
      await page.keyboard.press('Escape');
    }
  }
});

test('a second unit is sent while the first is still under way, by typing on (U3)', async ({ desk }) => {
  const somebody = await desk('dispatcher2');
  const page = await enter(somebody, await newIncident(somebody, 'Two units at once'));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let first = true;
  await page.route('**/api/units/*/assign', async (route) => {
    if (first) {
      first = false;
      await held;
    }
    await route.continue();
  });
  await page.keyboard.press('d');
  // Typed as by hand: the box must be empty again for the second.
  for (const callSign of ['L01', 'L12']) {
    await page.keyboard.type(callSign);
    await page.keyboard.press('Enter');
  }
  release();
  for (const callSign of ['L01', 'L12']) await expect(log(page).getByText(`${callSign} assigned`)).toBeVisible();
});
