import type { Page } from '@playwright/test';
import { ACTION_LOOK } from '@/components/room/head/actions';
import { actionsFrom, INCIDENT_ACTIONS, INCIDENT_TRANSITIONS, type Incident, type IncidentAction, type IncidentStatus } from '@/lib/protocol/incident';
import { expect, expectLive, test, type Desk } from './board-test';

/** Ways through the life of an incident that together take every step from every status it can be taken from. */
const WALKS: readonly (readonly IncidentAction[])[] = [
  ['accept', 'pause', 'resume', 'stabilize', 'escalate', 'complete', 'reopen', 'pause', 'complete', 'close', 'reactivate', 'stabilize', 'complete'],
  ['merge', 'unmerge', 'accept', 'merge', 'unmerge', 'stabilize', 'merge', 'unmerge', 'escalate', 'pause', 'merge'],
  ['cancel'],
];

async function create({ page }: Desk, title: string): Promise<Incident> {
  const answer = await page.request.post('/api/incidents', { data: { title, type: 'fire', priority: 'P3' } });
  return ((await answer.json()) as { incident: Incident }).incident;
}

const buttons = (page: Page) => page.getByRole('group', { name: 'Status' }).getByRole('button');
const words = (status: IncidentStatus) => actionsFrom(status).map((action) => new RegExp(`^${ACTION_LOOK[action].word}`));

/** Presses an action's button and answers what it asks for. */
async function take(page: Page, action: IncidentAction, target: Incident): Promise<void> {
  const { word } = ACTION_LOOK[action];
  await buttons(page).filter({ hasText: new RegExp(`^${word}`) }).click();
  const { needs } = INCIDENT_TRANSITIONS[action];
  if (needs.length === 0) return;
  const form = page.getByRole('form', { name: word });
  if (needs.includes('reason')) await form.getByLabel('Reason').fill('Because of the test');
  if (needs.includes('cancel_reason')) await form.getByLabel('Reason').selectOption('false_alarm');
  if (needs.includes('disposition')) await form.getByLabel('How it ended').selectOption('resolved');
  if (needs.includes('target')) await form.getByRole('combobox').selectOption(target.id);
  await form.getByRole('button', { name: new RegExp(`^${word}`) }).click();
  await expect(form).toHaveCount(0);
}

test('every step of an incident works by its button, and in each status there are those of the table alone (I1)', async ({ desk }) => {
  const supervisor = await desk('supervisor', '/incidents');
  const { page } = supervisor;
  const target = await create(supervisor, 'The target');
  const taken = new Set<string>();
  for (const [index, walk] of WALKS.entries()) {
    const incident = await create(supervisor, `Walk ${index}`);
    await page.goto(`/incidents/${incident.id}`);
    await expectLive(page);
    let [status, before]: [IncidentStatus, IncidentStatus] = ['new', 'new'];
    await expect(buttons(page)).toHaveText(words(status));
    for (const action of walk) {
      await take(page, action, target);
      taken.add(`${action} from ${status}`);
      const { to } = INCIDENT_TRANSITIONS[action];
      [status, before] = [to === 'previous' ? before : to, status];
      await expect(page.getByRole('group', { name: 'Log' })).toContainText(`: ${before} → ${status}`);
      await expect(buttons(page)).toHaveText(words(status));
    }
  }
  const all = INCIDENT_ACTIONS.flatMap((action) => INCIDENT_TRANSITIONS[action].from.map((from) => `${action} from ${from}`));
  expect([...taken].sort()).toEqual([...all].sort());
});

test('a dispatcher has no button to reactivate what is closed, and an observer none at all (A1)', async ({ desk }) => {
  const dispatcher = await desk('dispatcher1', '/incidents');
  let incident = await create(dispatcher, 'To be closed');
  const observer = await desk('observer', `/incidents/${incident.id}`);
  await expect(observer.page.getByRole('heading', { level: 1 })).toHaveText('To be closed');
  await expect(buttons(observer.page)).toHaveCount(0);
  for (const action of ['accept', 'complete', 'close']) {
    const answer = await dispatcher.page.request.post(`/api/incidents/${incident.id}/transitions`, { data: { action, version: incident.version, disposition: 'resolved' } });
    incident = ((await answer.json()) as { incident: Incident }).incident;
  }
  await dispatcher.page.goto(`/incidents/${incident.id}`);
  await expectLive(dispatcher.page);
  await expect(dispatcher.page.getByRole('group', { name: 'Log' })).toContainText('→ closed');
  await expect(buttons(dispatcher.page)).toHaveCount(0);
});
