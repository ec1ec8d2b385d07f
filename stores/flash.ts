import { create } from 'zustand';
import { ownValue } from '@/lib/core/own-value';
import type { FlashForMe, OwnReceipt } from '@/lib/protocol/flash';

/** A flash of the bar. `endedHereAt`: when this screen learnt that it was recalled, for the strike-through. */
export interface BarFlash extends FlashForMe {
  readonly endedHereAt?: number;
}

interface FlashState {
  /** What the bar shows, by id: live messages, and for a moment those just recalled. */
  readonly byId: Readonly<Record<string, BarFlash>>;
  /** False until the first snapshot: nothing is known yet. */
  readonly hydrated: boolean;
}

/** The flash bar's state, kept current by the stream. */
export const useFlash = create<FlashState>(() => ({ byId: {}, hydrated: false }));

/** The bar's copy of a flash; undefined when it is not on the bar. */
export function flashById(flashId: string): BarFlash | undefined {
  return ownValue(useFlash.getState().byId, flashId);
}

/** Replaces everything by a snapshot. What a flash was acknowledged as here is never taken back by an older one. */
export function hydrateFlash(list: readonly FlashForMe[]): void {
  useFlash.setState((state) => ({
    hydrated: true,
    byId: Object.fromEntries(list.map((flash) => [flash.id, newer(ownValue(state.byId, flash.id), flash)])),
  }));
}

/** Puts a flash in, or its newer version over the old; an older version changes nothing. */
export function putFlash(flash: FlashForMe): void {
  useFlash.setState((state) => ({ byId: { ...state.byId, [flash.id]: newer(ownValue(state.byId, flash.id), flash) } }));
}

/** Marks a flash of the bar as ended at `now` (milliseconds); it stays until removed. */
export function endFlash(flashId: string, patch: Partial<FlashForMe>, now: number): void {
  useFlash.setState((state) => {
    const flash = ownValue(state.byId, flashId);
    return flash ? { byId: { ...state.byId, [flashId]: { ...flash, ...patch, endedHereAt: now } } } : state;
  });
}

/** Takes a flash off the bar. */
export function removeFlash(flashId: string): void {
  useFlash.setState((state) => {
    const byId = { ...state.byId };
    delete byId[flashId];
    return { byId };
  });
}

/** Records one's own receipt on the bar's copy. */
export function receiptOnFlash(flashId: string, receipt: OwnReceipt): void {
  useFlash.setState((state) => {
    const flash = ownValue(state.byId, flashId);
    return flash ? { byId: { ...state.byId, [flashId]: { ...flash, receipt: merged(flash.receipt, receipt) } } } : state;
  });
}

function newer(known: BarFlash | undefined, incoming: FlashForMe): BarFlash {
  if (!known) return incoming;
  const flash = known.version > incoming.version ? known : incoming;
  return { ...flash, receipt: merged(known.receipt, incoming.receipt) };
}

// A receipt only ever fills up, so the union of two is right whichever came first.
function merged(a: OwnReceipt, b: OwnReceipt): OwnReceipt {
  if (!a || !b) return a ?? b;
  return {
    deliveredAt: a.deliveredAt ?? b.deliveredAt,
    displayedAt: a.displayedAt ?? b.displayedAt,
    ackedAt: a.ackedAt ?? b.ackedAt,
  };
}
