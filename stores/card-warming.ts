import { create } from 'zustand';
import { ownValue } from '@/lib/core/own-value';

/** A round that has not ended after this was given up by the server that began it, milliseconds. */
const GIVEN_UP_MS = 120_000;

interface CardWarming {
  /** The cards of a round that are not computed yet: key → when the round began, milliseconds by the server's clock. */
  readonly since: Readonly<Record<string, number>>;
}

/** Which cards a server computes one after the other. Filled by the stream. */
export const useCardWarming = create<CardWarming>(() => ({ since: {} }));

/** Notes the begin of a round. */
export function noteWarming(keys: readonly string[], at: number): void {
  useCardWarming.setState(({ since }) => ({ since: { ...since, ...Object.fromEntries(keys.map((key) => [key, at])) } }));
}

/** Takes cards off the round: they are computed, or failed. */
export function noteWarmed(keys: readonly string[]): void {
  useCardWarming.setState((state) => {
    const left = Object.entries(state.since).filter(([key]) => !keys.includes(key));
    return left.length === Object.keys(state.since).length ? state : { since: Object.fromEntries(left) };
  });
}

/** How many cards of a page are still to be computed. `now`: the server's clock in milliseconds. */
export function countWarming({ since }: CardWarming, keys: readonly string[], now: number): number {
  return keys.filter((key) => now - (ownValue(since, key) ?? -Infinity) < GIVEN_UP_MS).length;
}
