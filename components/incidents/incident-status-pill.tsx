import { Age } from '@/components/ui/age';
import { Pill } from '@/components/ui/pill';
import type { Incident } from '@/lib/protocol/incident';
import { INCIDENT_STATUS_LOOK } from './incident-status-look';

interface IncidentStatusPillProps {
  readonly incident: Pick<Incident, 'status' | 'statusSince'>;
  readonly className?: string;
}

/** An incident's status and how long it has been in it. What is closed has stopped counting. */
export function IncidentStatusPill({ incident: { status, statusSince }, className = '' }: IncidentStatusPillProps) {
  const { word, shape, tone } = INCIDENT_STATUS_LOOK[status];
  return (
    <Pill shape={shape} tone={tone} className={className}>
      {word}
      {/* As wide as the longest age: what stands beside the pill must not move when a minute begins. */}
      {status === 'closed' ? null : <Age since={statusSince} className="inline-block min-w-[9.25ch] text-right font-normal" />}
    </Pill>
  );
}
