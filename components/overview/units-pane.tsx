'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupUnits } from '@/components/units/groups';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { unitsQuery } from '@/lib/queries/units';
import { Pane } from './pane';
import { UnitLine } from './unit-line';

/** Every unit under its state. */
export function UnitsPane({ className }: { readonly className?: string }) {
  const { data, error, isFetching, refetch } = useQuery(unitsQuery);
  const { data: open } = useQuery(openIncidentsQuery);
  const groups = useMemo(() => groupUnits(data?.items ?? []).filter(({ units }) => units.length > 0), [data]);
  const codes = useMemo(() => new Map(data?.codes.map((code) => [code.code, code])), [data]);
  const numbers = useMemo(() => new Map(open?.items.map(({ id, number }) => [id, number])), [open]);

  return (
    <Pane title="Units" count={data ? data.items.length : null} page={{ href: '/units', label: 'Unit board' }} className={className}>
      {!data && error ? <ErrorState title="The units could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <SkeletonRows rows={12} label="Loading the units" /> : null}
      {data && groups.length === 0 ? <EmptyState>There is no unit yet. An administrator adds them.</EmptyState> : null}
      {/* Reached by key even where no line holds a link: the list scrolls. */}
      <div tabIndex={0} role="group" aria-label="Units by state" className="-outline-offset-2">
        {groups.map((group) => (
          <section key={group.id} aria-label={group.label}>
            <h3 className="sticky top-0 flex h-6 items-center justify-between border-b bg-surface-raised px-3 text-xs font-medium text-text-muted">
              {group.label}
              <span className="figures">{group.units.length}</span>
            </h3>
            <ul>
              {group.units.map((unit) => (
                <UnitLine key={unit.id} unit={unit} code={codes.get(unit.code)} incidentNumber={unit.incidentId ? (numbers.get(unit.incidentId) ?? null) : null} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Pane>
  );
}
