import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { BonfireStatus } from '@/lib/protocol/bonfire';

interface StatusLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
  /** Whether it is over, so that nobody counts its time any more. */
  readonly over: boolean;
}

/** How the life of a notice is told. Only a fire past its end asks for somebody; what is over is calm. */
export const BONFIRE_LOOK: Readonly<Record<BonfireStatus, StatusLook>> = {
  registered: { word: 'Registered', shape: 'ring', tone: 'info', over: false },
  active: { word: 'Burning', shape: 'play', tone: 'accent', over: false },
  overdue: { word: 'Overdue', shape: 'triangle', tone: 'warning', over: false },
  reported_extinguished: { word: 'Reported out', shape: 'half', tone: 'ok', over: false },
  closed: { word: 'Closed', shape: 'ring', tone: 'calm', over: true },
  cancelled: { word: 'Cancelled', shape: 'cross', tone: 'calm', over: true },
  rejected: { word: 'Rejected', shape: 'cross', tone: 'calm', over: true },
  escalated: { word: 'Escalated', shape: 'arrow', tone: 'calm', over: true },
};
