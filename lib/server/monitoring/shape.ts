import type { Infrastructure } from '@/lib/protocol/infrastructure';

/** With more services than this the whole is too much to write to the event log at every change of one. */
export const FULL_ON_CHANGE_UP_TO = 50;

/**
 * When this changes, screens need the whole: for what ticks do not carry and, as long as the services are few, for every
 * state as well. Of many, ticks bring the states, and the uptime comes with the page.
 */
export function shapeOf({ services }: Infrastructure): string {
  const few = services.length <= FULL_ON_CHANGE_UP_TO;
  return JSON.stringify(
    services.map(({ id, key, name, kind, target, state, since, interval_ms, uptime, uptime_from, maintenance, incident }) => [
      id, key, name, kind, target, interval_ms, maintenance, incident, ...(few ? [state, since, uptime, uptime_from] : []),
    ]),
  );
}
