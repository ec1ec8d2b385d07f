import 'server-only';
import type { Audience } from '@/lib/protocol/audience';

/** Who hears of bonfire notices. */
export const BONFIRE_READERS: Audience = [{ permission: 'bonfires.read' }];
