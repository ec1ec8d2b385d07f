import { expect, it } from 'vitest';
import { columnsOf } from './columns';
import type { Cell, Row } from './results';

const row = (...cells: [string, Cell['where']][]): Row => ({
  id: '', label: '', sentAt: 0, missed: [], doubled: [], verdict: 'pass',
  cells: cells.map(([tab, where]) => ({ tab, where, state: 'waiting' })),
});

it('the table has each screen once: shared tabs, then isolated ones, then other people’s, by number and name', () => {
  const rows = [row(['Nils', 'elsewhere'], ['tab 10', 'shared'], ['tab 2', 'shared']), row(['tab 2', 'isolated'], ['Kari', 'elsewhere'], ['tab 2', 'shared'])];
  expect(columnsOf(rows).map(({ tab, where }) => `${tab} ${where}`)).toEqual(['tab 2 shared', 'tab 10 shared', 'tab 2 isolated', 'Kari elsewhere', 'Nils elsewhere']);
});
