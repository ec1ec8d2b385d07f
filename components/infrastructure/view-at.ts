import { ageInfrastructure, type Infrastructure } from '@/lib/protocol/infrastructure';

/** How often the page asks while no stream tells it, milliseconds. */
export const ASK_EVERY_MS = 10_000;

/**
 * What may be believed of a payload now. While the page has to ask and gets answers, the next sample is due only with
 * the next answer: until then what the last one said stands, with its age beside it; else every state would turn to
 * unknown and back between two answers. `now`: the server's clock in milliseconds, null before the page is alive.
 */
export function viewAt(payload: Infrastructure, now: number | null, isAsking: boolean): Infrastructure {
  if (now === null) return payload;
  return ageInfrastructure(payload, new Date(now - (isAsking ? ASK_EVERY_MS : 0)));
}
