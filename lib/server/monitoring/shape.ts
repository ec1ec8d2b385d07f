import type { Infrastructure } from '@/lib/protocol/infrastructure';

/** All that ticks do not carry, and every state: when this changes, screens need the whole. */
export function shapeOf({ services }: Infrastructure): string {
  return JSON.stringify(
    services.map(({ id, key, name, kind, target, state, since, interval_ms, uptime, maintenance, incident }) => [id, key, name, kind, target, state, since, interval_ms, uptime, maintenance, incident]),
  );
}
