import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { IncidentStatus } from '@/lib/protocol/incident';

interface IncidentStatusLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
}

/** How the life of an incident is told. What nobody has taken up yet stands out; what is over is calm. */
export const INCIDENT_STATUS_LOOK: Readonly<Record<IncidentStatus, IncidentStatusLook>> = {
  new: { word: 'New', shape: 'triangle', tone: 'warning' },
  active: { word: 'Active', shape: 'play', tone: 'accent' },
  paused: { word: 'Paused', shape: 'bars', tone: 'info' },
  stable: { word: 'Stable', shape: 'disc', tone: 'ok' },
  completed: { word: 'Completed', shape: 'ring', tone: 'ok' },
  closed: { word: 'Closed', shape: 'ring', tone: 'calm' },
  cancelled: { word: 'Cancelled', shape: 'cross', tone: 'calm' },
  merged: { word: 'Merged', shape: 'cross', tone: 'calm' },
};
