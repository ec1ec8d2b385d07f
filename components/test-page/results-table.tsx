import { formatTime } from '@/components/ui/format-time';
import { Table, Td, Th } from '@/components/ui/table';
import { columnKey, columnsOf, type Column } from './columns';
import { LIMIT_MS, type Outcome, type Row } from './results';
import { VerdictPill } from './summary-line';

const STICKY = 'sticky left-0 bg-surface-raised';

/** Broadcast × screen: how long each delivery took. The newest on top; the first column and the head stay in sight. */
export function ResultsTable({ rows }: { readonly rows: readonly Row[] }) {
  const columns = columnsOf(rows);
  return (
    <div className="max-h-[60dvh] overflow-auto rounded-b-md -outline-offset-2" tabIndex={0} role="group" aria-label="Deliveries">
      <Table>
        <thead>
          <tr>
            <Th className={`${STICKY} z-20`}>Broadcast</Th>
            <Th>Verdict</Th>
            {columns.map((column) => (
              <Th key={columnKey(column)} className="text-right">
                {column.tab}
                {column.where === 'isolated' ? ' isolated' : null}
              </Th>
            ))}
            <Th className="text-right">Sent</Th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <Line key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Line({ row: { label, sentAt, cells, verdict }, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const byKey = new Map(cells.map((cell) => [columnKey(cell), cell]));
  return (
    <tr>
      <Td className={`${STICKY} figures`}>{label}</Td>
      <Td>
        <VerdictPill verdict={verdict} />
      </Td>
      {columns.map(columnKey).map((key) => (
        <Td key={key} className="figures text-right">
          <Delivery outcome={byKey.get(key)} />
        </Td>
      ))}
      <Td className="figures text-right text-text-muted">{formatTime(sentAt)}</Td>
    </tr>
  );
}

function Delivery({ outcome }: { readonly outcome: Outcome | undefined }) {
  switch (outcome?.state) {
    case 'heard': {
      const { latencyMs, times } = outcome;
      const bad = latencyMs >= LIMIT_MS || times > 1;
      return (
        <span className={bad ? 'font-semibold text-critical' : undefined}>
          {latencyMs} ms{latencyMs >= LIMIT_MS ? ' late' : ''}
          {times > 1 ? ` ×${times}` : ''}
        </span>
      );
    }
    case 'missed':
      return <span className="font-semibold text-critical">missed</span>;
    case 'closed':
    case 'waiting':
      return <span className="text-text-muted">{outcome.state}</span>;
    case undefined:
      return <span className="text-text-muted">–</span>;
  }
}
