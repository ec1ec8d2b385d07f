import { create } from 'zustand';
import type { Priority } from '@/lib/protocol/incident';

/** Something that came in while this page was open and that somebody should look at. */
export interface Arrival {
  /** Of the incident or the service. */
  readonly id: string;
  /** The sound it makes, and how urgent it is. */
  readonly kind: Priority | 'down';
  /** What it is, in a few words: "2026-0412 House fire". */
  readonly title: string;
  /** Where it is; empty when that is not known. */
  readonly place: string;
  /** ISO 8601 by the server's clock. */
  readonly at: string;
  /** Where it can be seen. */
  readonly href: string;
}

interface ArrivalsState {
  /** Newest first. */
  readonly items: readonly Arrival[];
  /** What was here and went: the same news once more must not bring it back. Key: id and time. */
  readonly past: ReadonlySet<string>;
}

const MOST = 50;
const REMEMBERED = 500;

/** What came in and waits for a look. Filled by the stream; what is taken up, here or elsewhere, leaves it. */
export const useArrivals = create<ArrivalsState>(() => ({ items: [], past: new Set() }));

/** Adds what came in; the same again changes nothing. */
export function noteArrival(arrival: Arrival): void {
  useArrivals.setState((state) => {
    if (state.past.has(keyOf(arrival)) || state.items.some((item) => keyOf(item) === keyOf(arrival))) return state;
    return { items: [arrival, ...state.items.filter(({ id }) => id !== arrival.id)].slice(0, MOST) };
  });
}

/** Takes off what has been looked at, or is no longer so. */
export function dropArrival(id: string): void {
  useArrivals.setState((state) => {
    const gone = state.items.filter((item) => item.id === id);
    if (gone.length === 0) return state;
    return { items: state.items.filter((item) => item.id !== id), past: new Set([...state.past, ...gone.map(keyOf)].slice(-REMEMBERED)) };
  });
}

function keyOf({ id, at }: Arrival): string {
  return `${id} ${at}`;
}
