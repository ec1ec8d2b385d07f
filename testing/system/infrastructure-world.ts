import { infrastructureSchema, type Infrastructure, type ServiceState } from '@/lib/protocol/infrastructure';
import { eventually as soon } from '../eventually';
import type { Person } from '../person';

const SERVICES = 7;
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 300;

/** The setting of a board that looks at services. */
export const LOOKS = { INFRA_COLLECT: '1' };

/** Looks come every two seconds; asking more often would only use up what one user may ask in a minute. */
export function eventually<T>(what: string, check: () => T | Promise<T>) {
  return soon(what, check, PATIENCE_MS, ASK_EVERY_MS);
}

/** What `GET /api/infrastructure` says now. Throws when it says nothing. */
export async function now(who: Person): Promise<Infrastructure> {
  return infrastructureSchema.parse((await who.get('/api/infrastructure')).json());
}

export function stateOf(payload: Infrastructure, key: string): ServiceState | undefined {
  return payload.services.find((service) => service.key === key)?.state;
}

/** Waits until the seven services of every installation are up. */
export function allUp(who: Person): Promise<Infrastructure> {
  return eventually('all seven to be up', async () => {
    const payload = await now(who);
    return payload.services.filter(({ state }) => state === 'up').length >= SERVICES ? payload : null;
  });
}
