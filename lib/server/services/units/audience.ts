import 'server-only';
import type { Audience } from '@/lib/protocol/audience';

/** Who hears of units. */
export const UNIT_READERS: Audience = [{ permission: 'units.read' }];
