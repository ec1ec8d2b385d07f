'use client';

import { Table, Td, Th } from '@/components/ui/table';
import { Timestamp } from '@/components/ui/timestamp';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { measureWords } from '../measure-words';

interface PointsTableProps {
  readonly value: CardValueOf<'lines'>;
}

/** The points of a chart to read, newest first. */
export function PointsTable({ value: { series, points, unit } }: PointsTableProps) {
  return (
    <Table>
      <thead>
        <tr>
          <Th>From</Th>
          {series.map(({ name }) => (
            <Th key={name} className="text-right">
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map(({ at, values }) => (
          <tr key={at}>
            <Td>
              <Timestamp at={at} />
            </Td>
            {series.map(({ name }, index) => (
              <Td key={name} className="figures text-right">
                {measureWords(values[index] ?? null, unit)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
