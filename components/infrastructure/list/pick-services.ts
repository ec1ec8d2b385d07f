import { serviceStateSchema, type Service, type ServiceState } from '@/lib/protocol/infrastructure';
import { WORST_FIRST } from '../state-look';

/** Which services the page shows, and in what order. */
export interface ServiceChoice {
  /** Null for all. */
  readonly state: ServiceState | null;
  readonly problemsFirst: boolean;
}

/** Reads the choice from an address; what does not fit counts as not said. */
export function readChoice(state: string | null, sort: string | null): ServiceChoice {
  return { state: serviceStateSchema.safeParse(state).data ?? null, problemsFirst: sort === 'problems' };
}

/** The services that were asked for. Their own order stays, so that nothing jumps, unless problems shall come first. */
export function pickServices(services: readonly Service[], { state, problemsFirst }: ServiceChoice): readonly Service[] {
  const shown = state === null ? services : services.filter((service) => service.state === state);
  return problemsFirst ? byTrouble(shown) : shown;
}

/** The worst first; in their own order among equals. */
export function byTrouble(services: readonly Service[]): readonly Service[] {
  const rank = ({ state }: Service) => WORST_FIRST.indexOf(state);
  return services.toSorted((a, b) => rank(a) - rank(b));
}
