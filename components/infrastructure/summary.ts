import type { Service, ServiceState } from '@/lib/protocol/infrastructure';
import { STATE_LOOK, WORST_FIRST } from './state-look';

/** How many services are in one state. */
export interface StateCount {
  readonly state: ServiceState;
  readonly count: number;
}

/** How many services are in which state, the worst first; states that none is in are left out. */
export function countStates(services: readonly Pick<Service, 'state'>[]): StateCount[] {
  return WORST_FIRST.map((state) => ({ state, count: services.filter((service) => service.state === state).length })).filter(({ count }) => count > 0);
}

/** The same counts, the good news first: it is always there, so what follows keeps its place. */
export function upFirst(counts: readonly StateCount[]): StateCount[] {
  return [...counts].sort((a, b) => Number(b.state === 'up') - Number(a.state === 'up'));
}

/** The counts in words, the good news first: "6 up · 1 warn". */
export function countWords(counts: readonly StateCount[]): string {
  return upFirst(counts).map(({ state, count }) => `${count} ${STATE_LOOK[state].counted}`).join(' · ');
}

/** The whole in one state and one sentence, told by the worst there is. */
export function overallWords(services: readonly Pick<Service, 'state' | 'name'>[]): { readonly state: ServiceState; readonly text: string } {
  const worst = countStates(services)[0];
  const all = services.length;
  if (!worst) return { state: 'unknown', text: 'Nothing is watched' };
  const { state, count } = worst;
  if (state === 'up' || state === 'paused' || count === all) return { state, text: wholeWords(state, services, count) };
  const first = services.find((service) => service.state === state)?.name ?? '';
  const subject = count === 1 ? `${first} is` : `${count} of ${all} services are`;
  return { state, text: `${subject} ${PREDICATE[state]}` };
}

const PREDICATE: Readonly<Record<ServiceState, string>> = {
  up: 'up',
  warn: 'working with warnings',
  down: 'down',
  unknown: 'not known',
  maintenance: 'in maintenance',
  paused: 'paused',
};

function wholeWords(state: ServiceState, services: readonly Pick<Service, 'name'>[], count: number): string {
  if (state === 'unknown' && count > 1) return `Nothing is known of any of the ${count} services`;
  if (count === 1 && services.length === 1) return `${services[0]?.name ?? ''} is ${PREDICATE[state]}`;
  return count === services.length ? `All ${count} services are ${PREDICATE[state]}` : `All watched services are ${PREDICATE[state]}`;
}
