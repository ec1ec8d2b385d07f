import 'server-only';
import type { Audience } from '@/lib/protocol/audience';

/** Who hears of incidents. */
export const INCIDENT_READERS: Audience = [{ permission: 'incidents.read' }];

/** Who hears what is said in rooms. */
export const ROOM_READERS: Audience = [{ permission: 'rooms.read' }];
