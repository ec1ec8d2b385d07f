import Link from 'next/link';
import { PriorityMark } from '@/components/incidents/priority-mark';
import type { Incident } from '@/lib/protocol/incident';
import type { Unit } from '@/lib/protocol/unit';

interface IncidentLinkProps {
  readonly unit: Unit;
  /** Undefined when it is not open any more. */
  readonly incident: Incident | undefined;
}

/** The incident that a unit works for; an empty place when there is none. */
export function IncidentLink({ unit, incident }: IncidentLinkProps) {
  if (unit.incidentId === null) return <span className="@max-[860px]:hidden" />;
  return (
    <Link
      href={`/incidents/${encodeURIComponent(unit.incidentId)}`}
      title={incident?.title}
      className="figures inline-flex items-center gap-2 justify-self-start rounded-sm text-xs underline-offset-2 hover:underline @max-[860px]:order-6 @max-[860px]:col-span-4"
    >
      {incident ? <PriorityMark priority={incident.priority} /> : null}
      {incident?.number ?? 'not open any more'}
    </Link>
  );
}
