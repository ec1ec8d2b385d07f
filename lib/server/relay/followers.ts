import 'server-only';
import type { OutgoingEvent } from '@/lib/realtime/event-log';

/** Hears of events that are on the log now, in order. What it throws makes the relay tell it again. */
export type Follower = (events: readonly OutgoingEvent[]) => Promise<void>;

// Kept on the global object: routes and the start of the server may be bundled apart.
const kept = globalThis as typeof globalThis & { watchroomFollowers?: Map<string, Follower> };

/** Has `follower` hear of everything that is relayed by this process from now on. The same name again replaces it. */
export function followRelay(name: string, follower: Follower): void {
  kept.watchroomFollowers ??= new Map();
  kept.watchroomFollowers.set(name, follower);
}

/** Tells all that follow, one after the other. */
export async function tellFollowers(events: readonly OutgoingEvent[]): Promise<void> {
  for (const follower of kept.watchroomFollowers?.values() ?? []) await follower(events);
}
