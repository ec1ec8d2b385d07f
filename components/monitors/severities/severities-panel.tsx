'use client';

import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { severitiesQuery } from '@/lib/queries/alerts';
import { SeveritiesForm } from './severities-form';

/** What the severities of alerts from outside mean on the board. */
export function SeveritiesPanel() {
  const { data, error, isFetching, refetch } = useQuery(severitiesQuery);
  return (
    <Panel title="Severities of alerts">
      {data ? <SeveritiesForm severities={data.severities} /> : null}
      {error && !data ? <ErrorState title="The severities could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={5} label="Loading the severities" rowClassName="h-13" /> : null}
    </Panel>
  );
}
