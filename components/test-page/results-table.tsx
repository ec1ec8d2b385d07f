import { Table, Td, Th } from '@/components/ui/table';
import { LIMIT_MS, type Row } from './results';
import { Verdict } from './summary-line';

interface ResultsTableProps {
  readonly tabs: readonly string[];
  readonly rows: readonly Row[];
}

/** Tab × broadcast: how long each delivery took. Others that heard it have a column of their own. */
export function ResultsTable({ tabs, rows }: ResultsTableProps) {
  const columns = [...new Set([...tabs, ...rows.flatMap((row) => Object.keys(row.latencies))])];
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Deliveries">
      <Table>
        <thead>
          <tr>
            <Th>Broadcast</Th>
            {columns.map((column) => (
              <Th key={column} className="text-right">
                {column}
              </Th>
            ))}
            <Th>Verdict</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fired.id}>
              <Td className="whitespace-nowrap">{row.fired.label}</Td>
              {columns.map((column) => (
                <Td key={column} className="figures text-right whitespace-nowrap">
                  <Cell latencyMs={row.latencies[column]} missed={row.missed.includes(column)} />
                </Td>
              ))}
              <Td>
                <Verdict verdict={row.verdict} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Cell({ latencyMs, missed }: { readonly latencyMs: number | undefined; readonly missed: boolean }) {
  if (latencyMs !== undefined) return <span className={latencyMs >= LIMIT_MS ? 'font-semibold text-critical' : undefined}>{Math.round(latencyMs)} ms</span>;
  return missed ? <span className="font-semibold text-critical">missed</span> : <span className="text-text-muted">–</span>;
}
