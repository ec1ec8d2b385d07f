'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { Service } from '@/lib/protocol/infrastructure';
import { infraHistoryQuery } from '@/lib/queries/infrastructure';
import { ServiceRow } from './service-row';
import { useRowKeys } from './use-row-keys';

const SLICE_MS = 1_800_000;

interface ServiceListProps {
  readonly services: readonly Service[];
}

/** Services one under the other, each with its day. */
export function ServiceList({ services }: ServiceListProps) {
  const { data: history, error } = useQuery(infraHistoryQuery);
  const historyOf = useMemo(() => new Map(history?.items.map((item) => [item.id, item])), [history]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  useSteadyRows(list);
  const toggle = useCallback((id: string) => {
    setOpen((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])));
  }, []);

  if (services.length === 0) return <EmptyState>No service is in that state now.</EmptyState>;
  return (
    <>
      {error && !history ? (
        <p role="status" className="border-b px-3 py-1.5 text-sm text-text-muted">
          The last 24 hours could not be loaded. They are asked for again every minute. {error.message}
        </p>
      ) : null}
      <ul ref={list} aria-label="Services">
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} history={historyOf.get(service.id)} sliceMs={history?.sliceMs ?? SLICE_MS} open={open.has(service.id)} onToggle={toggle} />
        ))}
      </ul>
    </>
  );
}
