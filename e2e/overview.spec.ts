import type { Page } from '@playwright/test';
import type { Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';
import { expect, test } from './board-test';

/** Somebody else at work. */
async function colleague(board: Board, page: Page) {
  const headers = { cookie: await sessionCookie(board, 'supervisor@example.org') };
  return async (path: string, data: object) => {
    const answer = await page.request.post(`${board.app.url}${path}`, { headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  };
}

test('“Just now” holds what happened before the page was loaded, and goes on from there, each thing once (A18)', async ({ desk, board }) => {
  const { page, complaints } = await desk('observer', '/');
  await page.setViewportSize({ width: 2560, height: 1440 });
  const post = await colleague(board, page);
  await post('/api/incidents', { title: 'Before the load', type: 'fire', priority: 'P3', reporter: 'Kari Concealed' });
  const news = page.getByRole('region', { name: 'Just now' });
  const lines = (text: string) => news.getByRole('listitem').filter({ hasText: text });
  await expect(lines('Before the load')).toHaveCount(1);
  await page.reload();
  await expect(lines('Before the load')).toHaveCount(1);
  await post('/api/incidents', { title: 'After the load', type: 'fire', priority: 'P3' });
  await expect(news.getByRole('listitem').first()).toContainText('After the load');
  await expect(lines('Before the load')).toHaveCount(1);
  expect(await page.content()).not.toContain('Kari Concealed');
  expect(complaints).toEqual([]);
});

test('the counts say what there is and no zeros, in one line however much there is, on a phone as well', async ({ desk, board }) => {
  const { page } = await desk('dispatcher1', '/');
  const post = await colleague(board, page);
  const counts = page.getByRole('group', { name: 'How many' });
  const height = () => counts.evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  await post('/api/incidents', { title: 'To be counted', type: 'fire', priority: 'P1' });
  await expect(counts.getByRole('list', { name: 'Open incidents by priority' }).getByRole('link', { name: /^P1/ })).toBeVisible();
  await expect(counts.getByRole('list', { name: 'Open incidents by status' }).getByRole('link', { name: /New$/ })).toBeVisible();
  expect(await counts.getByRole('link').allInnerTexts()).not.toContainEqual(expect.stringMatching(/(^|\D)0(\D|$)/));
  expect(await height()).toBe(before);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await height()).toBeLessThanOrEqual(44);
  const row = page.getByRole('region', { name: 'Open incidents' }).getByRole('link', { name: 'To be counted' });
  // On a phone three lines of counts stood over the first incident.
  expect((await row.boundingBox())?.y).toBeLessThan(330);
});

// Stories that follow begin with a board of ordinary size; what was read at one place of the log is given again for a while.
test.afterEach(async ({ board, page }) => {
  const flooded = await board.sql(`UPDATE incidents SET status = 'closed', closed_at = now() WHERE id LIKE 'flood-%' RETURNING id`, []);
  if (flooded.length > 0) await (await colleague(board, page))('/api/incidents', { title: 'After the flood', type: 'fire', priority: 'P4' });
});

test('past 500 open incidents the counts are those of all, live as well, and what is worked on is there however old (A6)', async ({ desk, board }) => {
  const { page: other } = await desk('supervisor', '/units');
  const post = await colleague(board, other);
  await board.sql(
    `INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at)
     SELECT 'flood-' || n, 2024, n, 'Flood ' || n, 'fire', 'P4', CASE WHEN n = 2000 THEN 'paused' ELSE 'new' END, now(), 'api', now() - n * interval '1 minute', now() FROM generate_series(1, 2000) AS n`,
    [],
  );
  await post('/api/incidents', { title: 'In the flood', type: 'fire', priority: 'P4' });
  const [{ open, fresh } = { open: 0, fresh: 0 }] = await board.sql<{ open: number; fresh: number }>(
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE status = 'new')::int AS fresh FROM incidents WHERE status IN ('new', 'active', 'paused', 'stable', 'completed')`,
    [],
  );
  const words = (count: number) => count.toLocaleString('en-GB');

  const { page } = await desk('dispatcher1', '/');
  const header = page.getByRole('banner').getByRole('link', { name: /^\d+ new$/ });
  const status = (word: string) => page.getByRole('list', { name: 'Open incidents by status' }).getByRole('link', { name: new RegExp(`${word}$`) });
  const pane = page.getByRole('region', { name: 'Open incidents' });
  await expect(header).toHaveText(`${fresh} new`);
  await expect(pane).toContainText(new RegExp(`\\d+ of ${words(open)}`));
  await expect(pane.getByRole('link', { name: `All ${words(open)} open incidents` })).toBeVisible();
  await expect(status('New')).toHaveText(`${fresh}New`);
  await expect(status('Paused')).toHaveText(/^[1-9]\d*Paused$/);

  // One that no page holds is taken up: the counts follow.
  // Where there is none, nothing is said.
  const before = (await status('Active').count()) === 0 ? 0 : Number.parseInt(await status('Active').innerText(), 10);
  await post('/api/incidents/flood-1990/transitions', { action: 'accept', version: 1 });
  await expect(header).toHaveText(`${fresh - 1} new`);
  await expect(status('Active')).toHaveText(`${before + 1}Active`);
  await post('/api/incidents', { title: 'One more', type: 'fire', priority: 'P4' });
  await expect(pane).toContainText(`of ${words(open + 1)}`);

  await page.getByRole('link', { name: 'All incidents' }).click();
  await expect(page.getByRole('region', { name: 'Incidents' })).toContainText(new RegExp(`\\d+ of ${words(open + 1)}`));
  await page.goto('/incidents?view=paused');
  await expect(page.getByRole('row').filter({ hasText: 'Flood 2000' })).toBeVisible();
});
