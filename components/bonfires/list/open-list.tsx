'use client';

import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { openBonfiresQuery } from '@/lib/queries/bonfires';
import { BonfireTable } from './bonfire-table';

interface ListProps {
  readonly selectedId: string | null;
  readonly onSelect: (bonfireId: string) => void;
}

/** Fires that burn or will, by their start; those past their end first. */
export function OpenList(props: ListProps) {
  const { data, error, isFetching, refetch } = useQuery(openBonfiresQuery);
  if (!data && error) return <ErrorState title="The notices could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={8} label="Loading the notices" />;
  if (data.items.length === 0) return <EmptyState>No fire burns or is registered. Notices from the public form and from the telephone appear here by themselves.</EmptyState>;
  const overdue = data.items.filter(({ status }) => status === 'overdue');
  const others = data.items.filter(({ status }) => status !== 'overdue');
  const byStart = (a: { startsAt: string }, b: { startsAt: string }) => (a.startsAt < b.startsAt ? -1 : 1);
  return <BonfireTable bonfires={[...overdue.sort(byStart), ...others.sort(byStart)]} {...props} />;
}
