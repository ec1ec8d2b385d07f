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
  utterance: { word: 'Talk', shape: 'disc', text: 'text-text-muted' },
  intervention: { word: 'Request', shape: 'triangle', text: 'text-warning' },
  intervention_response: { word: 'Answer', shape: 'half', text: 'text-ok' },
  note: { word: 'Note', shape: 'ring', text: 'text-text-muted' },
  correction: { word: 'Correction', shape: 'diamond', text: 'text-info' },
  status: { word: 'Status', shape: 'square', text: 'text-accent' },
  assignment: { word: 'Units', shape: 'square', text: 'text-text-muted' },
  unit_status: { word: 'Unit', shape: 'square', text: 'text-text-muted' },
  automation: { word: 'Automatic', shape: 'ring', text: 'text-text-muted' },
  broadcast: { word: 'Broadcast', shape: 'triangle', text: 'text-info' },
  system: { word: 'System', shape: 'ring', text: 'text-text-muted' },
};
