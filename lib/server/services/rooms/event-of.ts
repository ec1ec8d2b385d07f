import 'server-only';
import type { EntryKind } from '@/lib/protocol/room';

/** The event that bears an entry of a kind. Changes of status have events of their own. */
export function roomDataEvent(kind: EntryKind): 'utterance' | 'intervention' | 'intervention_response' | 'phase_transition' {
  switch (kind) {
    case 'intervention':
    case 'intervention_response':
      return kind;
    case 'status':
      return 'phase_transition';
    default:
      return 'utterance';
  }
}
