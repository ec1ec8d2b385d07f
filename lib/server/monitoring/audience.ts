import type { Audience } from '@/lib/protocol/audience';

/** Who hears of infrastructure. */
export const INFRA_READERS: Audience = [{ permission: 'infra.read' }];
