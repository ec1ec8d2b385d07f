import type { ShapeName } from '@/components/ui/shape';
import type { EntryKind } from '@/lib/protocol/room';

interface EntryLook {
  readonly word: string;
  readonly shape: ShapeName;
  /** Colour of shape and word. */
  readonly text: string;
}

/** How the kinds of entries are told apart: by shape and word first. */
export const ENTRY_LOOK: Readonly<Record<EntryKind, EntryLook>> = {
  utterance: { word: 'Talk', shape: 'bubble', text: 'text-text-muted' },
  intervention: { word: 'Request', shape: 'triangle', text: 'text-warning' },
  intervention_response: { word: 'Answer', shape: 'bubble', text: 'text-ok' },
  note: { word: 'Note', shape: 'lines', text: 'text-text-muted' },
  correction: { word: 'Correction', shape: 'diamond', text: 'text-info' },
  status: { word: 'Status', shape: 'arrow', text: 'text-accent' },
  assignment: { word: 'Units', shape: 'arrow', text: 'text-text-muted' },
  unit_status: { word: 'Unit', shape: 'arrow', text: 'text-text-muted' },
  automation: { word: 'Automatic', shape: 'ring', text: 'text-text-muted' },
  broadcast: { word: 'Broadcast', shape: 'diamond', text: 'text-info' },
  system: { word: 'System', shape: 'ring', text: 'text-text-muted' },
};
