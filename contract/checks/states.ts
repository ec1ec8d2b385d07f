import { UNKNOWN_AFTER_INTERVALS } from '@/lib/protocol/infrastructure';
import { demand, quote } from '../demand';
import { timeOf, type Loose } from '../reading';

/** Worst wins; not knowing is worse than well, and maintenance counts only when there is nothing else. */
export function worst(services: readonly Loose[]): string {
  const order = ['down', 'warn', 'unknown', 'up', 'maintenance'];
  return order.find((state) => services.some((service) => service.state === state)) ?? 'unknown';
}

/** Whether a service is said to be something that only a look can tell. */
export function isKnown({ state }: Loose): boolean {
  return state === 'up' || state === 'warn' || state === 'down';
}

/** Throws Problem when a service is known by a look that is too old at `now`, give or take `toleranceMs`. */
export function demandFresh(service: Loose, now: number, toleranceMs: number): void {
  if (!isKnown(service)) return;
  const age = now - timeOf(service.checked_at);
  const most = UNKNOWN_AFTER_INTERVALS * Number(service.interval_ms);
  demand(age <= most + toleranceMs, `${naming(service)} is ${quote(service.state)} by a look that is ${age} ms old. Expected was unknown after ${most} ms.`);
}

/** When a payload was looked at, milliseconds since the epoch. Throws Problem when it does not say so. */
export function demandCheckedAt({ checked_at: at }: Loose): number {
  const ms = timeOf(at);
  demand(!Number.isNaN(ms), `A payload has the checked_at ${quote(at)}. Expected was a time; null means that nobody ever looked.`);
  return ms;
}

/** A service as the beginning of a sentence. */
export function naming({ name, key, id }: Loose): string {
  return `The service ${quote(name ?? key ?? id)}`;
}
