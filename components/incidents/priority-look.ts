import type { Priority } from '@/lib/protocol/incident';

/** How a priority is told: by its figure in a block, the fuller the more urgent. Colours and shapes stay with states. */
export interface PriorityLook {
  /** What it asks for. */
  readonly word: string;
  /** The block in text. */
  readonly block: string;
  /** The block in a drawing, and the figure in it. */
  readonly fill: string;
  readonly ink: string;
}

export const PRIORITY_LOOK: Readonly<Record<Priority, PriorityLook>> = {
  P1: { word: 'immediate', block: 'border-text bg-text text-surface', fill: 'fill-text stroke-text', ink: 'fill-surface' },
  P2: { word: 'urgent', block: 'border-text-muted bg-text/20 text-text', fill: 'fill-text/20 stroke-text', ink: 'fill-text' },
  P3: { word: 'normal', block: 'border-line-strong text-text', fill: 'fill-surface stroke-text-muted', ink: 'fill-text' },
  P4: { word: 'can wait', block: 'border-line text-text-muted', fill: 'fill-surface stroke-line-strong', ink: 'fill-text-muted' },
};
