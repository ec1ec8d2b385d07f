import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { ServiceState } from '@/lib/protocol/infrastructure';

interface StateLook {
  /** On a pill: "Down". */
  readonly word: string;
  /** In a count, or where there is little room: "1 warn". */
  readonly counted: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
  /** Whether somebody should look at it. Maintenance and pauses are meant. */
  readonly isProblem: boolean;
}

/** How a service's state is told. What is well stays calm; red is for down alone. */
export const STATE_LOOK: Readonly<Record<ServiceState, StateLook>> = {
  up: { word: 'Up', counted: 'up', shape: 'disc', tone: 'ok', isProblem: false },
  warn: { word: 'Warning', counted: 'warn', shape: 'triangle', tone: 'warning', isProblem: true },
  down: { word: 'Down', counted: 'down', shape: 'square', tone: 'critical', isProblem: true },
  unknown: { word: 'Unknown', counted: 'unknown', shape: 'half', tone: 'stale', isProblem: true },
  maintenance: { word: 'Maintenance', counted: 'in maintenance', shape: 'diamond', tone: 'info', isProblem: false },
  paused: { word: 'Paused', counted: 'paused', shape: 'bars', tone: 'calm', isProblem: false },
};

/** The states from worst to best, as they are counted and sorted. */
export const WORST_FIRST: readonly ServiceState[] = ['down', 'warn', 'unknown', 'maintenance', 'up', 'paused'];
