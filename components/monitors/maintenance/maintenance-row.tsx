'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { STATE_LOOK } from '@/components/infrastructure/state-look';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import { Timestamp } from '@/components/ui/timestamp';
import type { Maintenance, MaintenanceList } from '@/lib/protocol/monitor';
import { endMaintenance, monitorKeys } from '@/lib/queries/monitors';

interface MaintenanceRowProps {
  readonly maintenance: Maintenance;
  readonly isOn: boolean;
  /** What its monitors are called. */
  readonly nameOf: ReadonlyMap<string, string>;
}

/** One time of maintenance: when, of what, and the way to end it. */
export function MaintenanceRow({ maintenance, isOn, nameOf }: MaintenanceRowProps) {
  const { id, title, monitorIds, startsAt, endsAt, createdBy } = maintenance;
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endMaintenance(id),
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: () => {
      queryClient.setQueryData<MaintenanceList>(monitorKeys.maintenance, (list) => list && { ...list, items: list.items.filter((item) => item.id !== id) });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: monitorKeys.maintenance }),
  });
  const of = monitorIds.length === 0 ? 'all services' : monitorIds.map((monitorId) => nameOf.get(monitorId) ?? 'a deleted one').join(', ');
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b px-3 py-2 text-sm last:border-b-0">
      <span className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <Pill shape={isOn ? STATE_LOOK.maintenance.shape : 'ring'} tone={isOn ? STATE_LOOK.maintenance.tone : 'calm'}>
            {isOn ? 'on' : 'to come'}
          </Pill>
          <span className="min-w-0 font-medium break-words">{title}</span>
        </span>
        <span className="text-xs break-words text-text-muted">
          <Timestamp at={startsAt} /> to <Timestamp at={endsAt} /> · {of} · {createdBy}
        </span>
        {ending.isError ? (
          <span role="alert" className="text-xs text-warning">
            Not ended. {ending.error.message}
          </span>
        ) : null}
      </span>
      <Button size="sm" disabled={ending.isPending} aria-label={`${isOn ? 'End now' : 'Take back'}: ${title}`} onClick={() => ending.mutate()}>
        {ending.isPending ? 'Ending' : isOn ? 'End now' : 'Take back'}
      </Button>
    </li>
  );
}
