import type { ShapeName } from '@/components/ui/shape';
import type { Priority } from '@/lib/protocol/incident';

/** How a priority is told: by shape, word and, for the two that hurry, colour. Red stays with alarms. */
export interface PriorityLook {
  readonly shape: ShapeName;
  /** What it asks for. */
  readonly word: string;
  /** Text in the priority's colour. */
  readonly text: string;
}

export const PRIORITY_LOOK: Readonly<Record<Priority, PriorityLook>> = {
  P1: { shape: 'triangle', word: 'immediate', text: 'text-warning' },
  P2: { shape: 'square', word: 'urgent', text: 'text-accent' },
  P3: { shape: 'disc', word: 'normal', text: 'text-text' },
  P4: { shape: 'ring', word: 'can wait', text: 'text-text-muted' },
};
