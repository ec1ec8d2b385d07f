import type { Cell, Row } from './results';

/** A column of the table: one screen. */
export type Column = Pick<Cell, 'tab' | 'where'>;

const ORDER: readonly Cell['where'][] = ['shared', 'isolated', 'elsewhere'];

/** The screens that appear in the rows: the tabs here by number, then the others by name. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const byKey = new Map<string, Column>();
  for (const { tab, where } of rows.flatMap(({ cells }) => cells)) byKey.set(columnKey({ tab, where }), { tab, where });
  return [...byKey.values()].sort((a, b) => ORDER.indexOf(a.where) - ORDER.indexOf(b.where) || a.tab.localeCompare(b.tab, 'en', { numeric: true }));
}

/** The same for a column and the cells that stand in it. */
export function columnKey({ tab, where }: Column): string {
  return `${where} ${tab}`;
}
