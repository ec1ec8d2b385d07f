import { reportTestReceipt } from '@/lib/queries/test-broadcast';
import { useTestBroadcasts } from '@/stores/test-broadcasts';

// What a screen hears when it comes back after so long was kept for it; that says nothing about how fast news travel.
const TOO_OLD_MS = 60_000;

const firedHere = new Set<string>();
const underWay = new Set<Promise<unknown>>();

/** Notes a shot of this page, so that its own broadcast is not reported to it as heard elsewhere. Gives the shot back. */
export function noteOwnShot<T extends { readonly id: string }>(shot: Promise<T>): Promise<T> {
  const noted = shot.then(({ id }) => firedHere.add(id)).catch(() => undefined);
  underWay.add(noted);
  void noted.then(() => underWay.delete(noted));
  return shot;
}

/** Tells whoever fired a broadcast that it was heard here. Gives back its undo. */
export function tellOthers(): () => void {
  return useTestBroadcasts.subscribe((after, before) => {
    const latest = after.heard === before.heard ? undefined : after.heard.at(-1);
    if (!latest) return;
    const latencyMs = Math.max(0, latest.heardAt - latest.sentAt);
    if (latencyMs <= TOO_OLD_MS) void tellUnlessOwn(latest.id, latencyMs);
  });
}

async function tellUnlessOwn(broadcastId: string, latencyMs: number): Promise<void> {
  // A broadcast can come before the answer that says which one it is.
  await Promise.all(underWay);
  // A report that fails is lost: whoever fired sees one screen less, and nobody here waits for it.
  if (!firedHere.has(broadcastId)) await reportTestReceipt(broadcastId, latencyMs).catch(() => undefined);
}
