import type { Board } from '@/testing/board';
import { person } from '@/testing/person';
import { bar, expectLive } from './board-test';
import { expect, freeze, heard, isSameDocument, test, thaw, visibility, type RealTabs } from './real-tabs';

test('freezing the tab that opened the connection leaves the others live, and it catches up when it runs again (R13) [RT18]', async ({ board, realTabs }) => {
  await freezeOneOfFour(board, await realTabs('dispatcher1'), 0);
});

test('freezing a tab that came later leaves the others live, and it catches up when it runs again (R13) [RT18]', async ({ board, realTabs }) => {
  await freezeOneOfFour(board, await realTabs('dispatcher2'), 1);
});

async function freezeOneOfFour(board: Board, { road, open }: RealTabs, which: 0 | 1): Promise<void> {
  const sender = await person(board.app.url, 'supervisor');
  const panes = [await open('/test-pane?tab=1'), await open('/test-pane?tab=2'), await open('/test-pane?tab=3')] as const;
  const front = await open('/');
  await expectLive(front);
  await sender.broadcast('Before');
  for (const pane of panes) await expect(heard(pane)).toHaveText('1 heard');
  const frozen = panes[which];
  expect(await visibility(frozen)).toBe('hidden');

  await freeze(frozen);
  const frozenAt = Date.now();
  await sender.broadcast('While it was frozen');
  await sender.flash({ level: 'warning', title: 'To those who run' });
  for (const pane of panes) if (pane !== frozen) await expect(heard(pane)).toHaveText('2 heard');
  await expect(bar(front)).toContainText('To those who run');
  const heardAfterMs = Date.now() - frozenAt;
  expect(await heard(frozen).textContent()).toBe('1 heard');

  await thaw(frozen);
  const thawedAt = Date.now();
  await expect(heard(frozen)).toHaveText('2 heard');
  console.log(`freeze: the others heard after ${heardAfterMs} ms, the frozen tab ${Date.now() - thawedAt} ms after its end`);
  await sender.broadcast('Afterwards');
  for (const pane of panes) await expect(heard(pane)).toHaveText('3 heard');
  expect(await isSameDocument(frozen)).toBe(true);
  // One connection for all: whatever came after the first stream went on with its place.
  expect(road.streams.filter((path) => !path.includes('client='))).toHaveLength(1);
}
