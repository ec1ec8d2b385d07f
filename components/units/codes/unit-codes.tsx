'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { Table, Th } from '@/components/ui/table';
import { orderCodes, unitsQuery } from '@/lib/queries/units';
import { BackToUnits } from '../back-to-units';
import { settableCodes } from '../code-choice';
import { AddCode } from './add-code';
import { CodeRow } from './code-row';
import { ImportCodes } from './import-codes';
import { PolicyChoice } from './policy-choice';
import { useChangeCodes } from './use-change-codes';
import { useKeptFocus } from './use-kept-focus';

/** The status codes of the agency, and what is done with unusual changes. */
export function UnitCodes() {
  const { data, error, isFetching, refetch } = useQuery(unitsQuery);
  const codes = settableCodes(data?.codes ?? []);
  const change = useChangeCodes();
  const [moving, setMoving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const keepFocus = useKeptFocus();

  const move = async (from: number, by: -1 | 1) => {
    if (moving) return;
    const order = codes.map(({ code }) => code);
    order.splice(from + by, 0, ...order.splice(from, 1));
    const restore = keepFocus();
    setMoving(true);
    setRefused(null);
    const changed = await change(() => orderCodes(order, data?.codesVersion ?? 0));
    setMoving(false);
    restore();
    if (!changed.ok) setRefused(changed.message);
  };
  return (
    <div className="grid gap-3 p-3">
      <h1 className="sr-only">Unit codes</h1>
      <Panel
        title="Status codes"
        actions={
          <>
            <StaleBadge />
            <BackToUnits />
          </>
        }
        bodyClassName="overflow-x-auto"
      >
        {error && !data ? <ErrorState title="The codes could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
        {!data && !error ? <SkeletonRows rows={10} label="Loading the codes" rowClassName="h-10" /> : null}
        {data && codes.length === 0 ? <EmptyState>There are no status codes yet. Add one below, or bring in a whole list.</EmptyState> : null}
        {codes.length > 0 ? (
          <Table className="lg:min-w-260 max-lg:block max-lg:[&_tbody]:block max-lg:[&_td]:flex max-lg:[&_td]:w-auto max-lg:[&_td]:max-w-full max-lg:[&_td]:items-center max-lg:[&_thead]:sr-only max-lg:[&_tr]:flex max-lg:[&_tr]:flex-wrap max-lg:[&_tr]:gap-x-1">
            <thead>
              <tr>
                <Th>Order</Th>
                <Th>Code</Th>
                <Th>Text</Th>
                <Th>Means</Th>
                <Th>Colour</Th>
                <Th>Asks for</Th>
                <Th>Warn after s</Th>
                <Th>Alert after s</Th>
                <Th>
                  <span className="sr-only">Save, remove</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {codes.map((code, index) => (
                <CodeRow
                  key={code.code}
                  code={code}
                  units={data?.items.filter((unit) => unit.code === code.code).length ?? 0}
                  onMove={(by) => void move(index, by)}
                  first={index === 0}
                  last={index === codes.length - 1}
                />
              ))}
            </tbody>
          </Table>
        ) : null}
        {refused ? <Notice tone="warning" className="m-3">The order was not changed. {refused}</Notice> : null}
        {data ? <AddCode /> : null}
      </Panel>
      {data ? <ImportCodes codes={data.codes} codesVersion={data.codesVersion} units={data.items} /> : null}
      {data ? <PolicyChoice policy={data.policy} /> : null}
    </div>
  );
}
