import type { Card } from '@/lib/protocol/cards';

/** What one column holds without being cut or scrolled. */
const FEW_BARS = 6;
const FEW_CHECKS = 3;
const FEW_COLUMNS = 3;
const SHORT_CELL = 24;

/** Whether a card that may take the room of two needs it for what it shows. One of which nothing is known yet keeps it. */
export function needsRoom({ info, state }: Pick<Card, 'info' | 'state'>): boolean {
  if (!info.wide) return false;
  const value = state.result?.value;
  switch (value?.view) {
    case undefined:
      return true;
    case 'table':
      return value.rows.length > 0 && (value.columns.length > FEW_COLUMNS || value.rows.flat().some((cell) => String(cell ?? '').length > SHORT_CELL));
    case 'lines':
      return value.points.length > 0;
    case 'bars':
      return value.bars.length > FEW_BARS;
    case 'checks':
      return value.checks.length > FEW_CHECKS;
    case 'figures':
      return true;
  }
}
