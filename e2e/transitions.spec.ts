import type { Page } from '@playwright/test';
import { ACTION_LOOK } from '@/components/room/head/actions';
import { actionsFrom, INCIDENT_ACTIONS, INCIDENT_TRANSITIONS, type Incident, type IncidentAction, type IncidentStatus } from '@/lib/protocol/incident';
import { expect, expectLive, test, type Desk } from './board-test';

/** A way into each status, by actions. */
const WAY: Readonly<Record<IncidentStatus, readonly IncidentAction[]>> = {
  new: [],
  active: ['accept'],
  paused: ['accept', 'pause'],
  stable: ['accept', 'stabilize'],
  completed: ['accept', 'complete'],
  closed: ['accept', 'complete', 'close'],
  cancelled: ['cancel'],
  merged: ['merge'],
};

async function create({ page }: Desk, title: string): Promise<Incident> {
  const answer = await page.request.post('/api/incidents', { data: { title, type: 'fire', priority: 'P3' } });
  return ((await answer.json()) as { incident: Incident }).incident;
}

/** An incident in a status, brought there past the screen. */
async function into(desk: Desk, status: IncidentStatus, targetId: string): Promise<Incident> {
  let incident = await create(desk, `To be ${status}`);
  for (const action of WAY[status]) {
    const data = { action, version: incident.version, reason: action === 'cancel' ? 'duplicate' : 'Wait', disposition: 'resolved', targetId };
    const answer = await desk.page.request.post(`/api/incidents/${incident.id}/transitions`, { data });
    expect(answer.status()).toBe(200);
    incident = ((await answer.json()) as { incident: Incident }).incident;
  }
  return incident;
}

const buttons = (page: Page) => page.getByRole('group', { name: 'Status' }).getByRole('button');

/** Presses an action's keys and answers what it asks for. */
async function take(page: Page, action: IncidentAction, target: Incident): Promise<void> {
  const { word, keys } = ACTION_LOOK[action];
  for (const key of keys.split(' ')) await page.keyboard.press(key);
  const form = page.getByRole('form', { name: word });
  const { needs } = INCIDENT_TRANSITIONS[action];
  if (needs.length === 0) return;
  if (needs.includes('reason')) await form.getByLabel('Reason').fill('Because of the test');
  if (needs.includes('cancel_reason')) await form.getByLabel('Reason').selectOption('false_alarm');
  if (needs.includes('disposition')) await form.getByLabel('How it ended').selectOption('resolved');
  if (needs.includes('target')) await form.getByRole('combobox').selectOption(target.id);
  await form.getByRole('button', { name: new RegExp(`^${word}`) }).click();
}

for (const status of Object.keys(WAY) as IncidentStatus[]) {
  test(`an incident that is ${status} has the buttons of its table, and each of them works (I1)`, async ({ desk }) => {
    const supervisor = await desk('supervisor', '/incidents');
    const { page } = supervisor;
    const target = await create(supervisor, 'The target');
    const actions = INCIDENT_ACTIONS.filter((action) => INCIDENT_TRANSITIONS[action].from.includes(status));
    for (const action of actions.length > 0 ? actions : [null]) {
      const incident = await into(supervisor, status, target.id);
      await page.goto(`/incidents/${incident.id}`);
      await expectLive(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`To be ${status}`);
      await expect(buttons(page)).toHaveText(actions.map((known) => new RegExp(`^${ACTION_LOOK[known].word}`)));
      if (!action) continue;
      await take(page, action, target);
      const { to } = INCIDENT_TRANSITIONS[action];
      const reached = to === 'previous' ? 'new' : to;
      await expect(buttons(page)).toHaveText(actionsFrom(reached).map((known) => new RegExp(`^${ACTION_LOOK[known].word}`)));
      await expect(page.getByRole('group', { name: 'Log' })).toContainText(`→ ${reached} (${action})`);
    }
  });
}

test('a dispatcher has no button to reactivate what is closed, and an observer none at all (A1)', async ({ desk }) => {
  const dispatcher = await desk('dispatcher1', '/incidents');
  const target = await create(dispatcher, 'The target');
  const closed = await into(dispatcher, 'closed', target.id);
  await dispatcher.page.goto(`/incidents/${closed.id}`);
  await expectLive(dispatcher.page);
  await expect(dispatcher.page.getByRole('group', { name: 'Log' })).toContainText('→ closed');
  await expect(buttons(dispatcher.page)).toHaveCount(0);
  const observer = await desk('observer', `/incidents/${target.id}`);
  await expect(observer.page.getByRole('heading', { level: 1 })).toHaveText('The target');
  await expect(buttons(observer.page)).toHaveCount(0);
});
