import { expect, test } from './board-test';

test('the badge of the simulator says that nothing is real, and ends it for everybody (X3)', async ({ board, desk }) => {
  const supervisor = await desk('supervisor');
  const other = await desk('dispatcher1');
  const badge = { name: /^DEMO/ };
  await expect(supervisor.page.getByRole('button', badge)).toBeHidden();
  expect((await supervisor.page.request.put('/api/admin/simulator', { data: { on: true } })).status()).toBe(200);
  await other.page.getByRole('button', badge).click();
  await expect(other.page.getByText('Nothing of it is real.')).toBeVisible();
  await expect(other.page.getByText('A supervisor can stop it.')).toBeVisible();
  await supervisor.page.getByRole('button', badge).click();
  await supervisor.page.getByRole('button', { name: 'Stop the simulator' }).click();
  for (const { page } of [supervisor, other]) await expect(page.getByRole('button', badge)).toBeHidden();
  // The stories that follow begin with a quiet board.
  await board.sql(`UPDATE units SET incident_id = NULL, assigned_at = NULL, code = '6', state = 'available_station' WHERE incident_id IN (SELECT id FROM incidents WHERE source = 'simulator')`);
  await board.sql(`UPDATE incidents SET status = 'cancelled' WHERE source = 'simulator' AND status IN ('new', 'active')`);
  expect([...supervisor.complaints, ...other.complaints]).toEqual([]);
});
