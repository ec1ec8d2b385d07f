'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { Table, Th } from '@/components/ui/table';
import { unitsQuery } from '@/lib/queries/units';
import { settableCodes } from '../code-choice';
import { CodeRow } from './code-row';
import { PolicyChoice } from './policy-choice';

/** The status codes of the agency, and what is done with unusual changes. */
export function UnitCodes() {
  const { data, error, isFetching, refetch } = useQuery(unitsQuery);
  const codes = settableCodes(data?.codes ?? []);
  return (
    <div className="grid gap-3 p-3">
      <h1 className="sr-only">Unit codes</h1>
      <Panel
        title="Status codes"
        actions={
          <>
            <StaleBadge />
            <Button asChild size="sm" look="quiet">
              <Link href="/units">
                <ArrowLeft aria-hidden size={16} />
                Units
              </Link>
            </Button>
          </>
        }
        bodyClassName="overflow-x-auto"
      >
        {error && !data ? <ErrorState title="The codes could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
        {!data && !error ? <SkeletonRows rows={10} label="Loading the codes" rowClassName="h-10" /> : null}
        {data && codes.length === 0 ? <EmptyState>There are no status codes yet. A fresh board comes with ten of them.</EmptyState> : null}
        {codes.length > 0 ? (
          <Table className="lg:min-w-260 max-lg:block max-lg:[&_tbody]:block max-lg:[&_td]:flex max-lg:[&_td]:w-auto max-lg:[&_td]:max-w-full max-lg:[&_td]:items-center max-lg:[&_thead]:sr-only max-lg:[&_tr]:flex max-lg:[&_tr]:flex-wrap max-lg:[&_tr]:gap-x-1">
            <thead>
              <tr>
                <Th>Code</Th>
                <Th>Text</Th>
                <Th>Means</Th>
                <Th>Asks for</Th>
                <Th>Warn after s</Th>
                <Th>Alert after s</Th>
                <Th>
                  <span className="sr-only">Save</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => (
                <CodeRow key={code.code} code={code} />
              ))}
            </tbody>
          </Table>
        ) : null}
      </Panel>
      {data ? <PolicyChoice policy={data.policy} /> : null}
    </div>
  );
}
