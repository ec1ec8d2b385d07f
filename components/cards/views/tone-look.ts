import type { ShapeName } from '@/components/ui/shape';
import type { CardTone } from '@/lib/protocol/card-value';

interface ToneLook {
  /** For readers; null for the normal state, of which nothing is said. */
  readonly word: string | null;
  readonly shape: ShapeName | null;
  readonly text: string;
  /** Of a bar. */
  readonly fill: string;
}

/** How a figure says that it wants to be looked at. The normal state says nothing. */
export const TONE_LOOK: Readonly<Record<CardTone, ToneLook>> = {
  plain: { word: null, shape: null, text: 'text-text', fill: 'bg-accent/65' },
  ok: { word: 'well', shape: 'disc', text: 'text-ok', fill: 'bg-ok/70' },
  info: { word: 'of note', shape: 'diamond', text: 'text-info', fill: 'bg-info/70' },
  warning: { word: 'warning', shape: 'triangle', text: 'text-warning', fill: 'bg-warning/80' },
  critical: { word: 'alarm', shape: 'square', text: 'text-critical', fill: 'bg-critical/85' },
};
