import { cn } from '@/components/ui/cn';
import { Table, Td, Th } from '@/components/ui/table';
import { Timestamp } from '@/components/ui/timestamp';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { measureWords, NO_VALUE } from '../measure-words';
import { Headline } from './headline';
import { NothingThere } from './nothing-there';

type TableValue = CardValueOf<'table'>;
type Column = TableValue['columns'][number];
type CellValue = TableValue['rows'][number][number];

interface TableViewProps {
  readonly value: TableValue;
}

/** Rows to read. Figures stand right, times as times. */
export function TableView({ value: { headline, columns, rows, total, empty } }: TableViewProps) {
  const widest = widestAt(columns, rows);
  return (
    <div className="grid content-start gap-2">
      <Headline headline={headline} />
      {rows.length === 0 ? (
        <NothingThere words={empty} headline={headline} />
      ) : (
        // Drawn out over a whole row, cells of one line would stand too far apart to be read together.
        <div className="-mx-3 max-w-5xl">
          <Table>
            <thead>
              <tr>
                {columns.map(({ label, kind }) => (
                  <Th key={label} className={cn(isFigure(kind) && 'text-right')}>
                    {label}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {columns.map((column, at) => (
                    <Cell key={column.label} kind={column.kind} value={row[at] ?? null} isWidest={at === widest} />
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {total > rows.length && rows.length > 0 ? (
        <p className="figures text-xs text-text-muted">
          The first {rows.length} of {total}.
        </p>
      ) : null}
    </div>
  );
}

interface CellProps {
  readonly kind: Column['kind'];
  readonly value: CellValue;
  /** Takes the room that is left, and is cut where that is not enough. */
  readonly isWidest: boolean;
}

function Cell({ kind, value, isWidest }: CellProps) {
  if (isFigure(kind)) return <Td className="figures text-right">{typeof value === 'string' ? value : measureWords(value, kind)}</Td>;
  if (kind === 'instant' && typeof value === 'string') {
    return (
      <Td>
        <Timestamp at={value} />
      </Td>
    );
  }
  const text = value === null ? NO_VALUE : String(value);
  return (
    <Td title={text} className={cn('truncate', isWidest ? 'w-full max-w-0 min-w-28' : 'max-w-44')}>
      {text}
    </Td>
  );
}

function isFigure(kind: Column['kind']): kind is Exclude<Column['kind'], 'text' | 'instant'> {
  return kind !== 'text' && kind !== 'instant';
}

/** The column of text with the most to say. */
function widestAt(columns: readonly Column[], rows: TableValue['rows']): number {
  const lengths = columns.map(({ kind }, at) => (kind === 'text' ? Math.max(...rows.map((row) => String(row[at] ?? '').length)) : -1));
  return lengths.indexOf(Math.max(...lengths));
}
