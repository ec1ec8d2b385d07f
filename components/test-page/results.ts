import type { PaneMode } from './panes';
import type { Delivery, Fired, Run } from './run';

/** A delivery must take less than this. */
export const LIMIT_MS = 1_000;
/** What has not come after this long is missed; before that no broadcast has passed. */
export const MISSED_AFTER_MS = 3_000;

/** `void`: nothing can be said, because every tab was closed before it could hear. */
export type Verdict = 'pass' | 'fail' | 'waiting' | 'void';

/** What became of one broadcast on one screen. */
export type Outcome =
  /** `times`: how often the tab told of it; once is right. */
  | { readonly state: 'heard'; readonly latencyMs: number; readonly times: number }
  | { readonly state: 'missed' | 'closed' | 'waiting' };

/** One broadcast on one screen. `elsewhere`: a screen of another browser, named by its person. */
export type Cell = { readonly tab: string; readonly where: PaneMode | 'elsewhere' } & Outcome;

/** One broadcast over all screens. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly sentAt: number;
  readonly cells: readonly Cell[];
  /** Names of tabs that were open when it was sent and have not got it. */
  readonly missed: readonly string[];
  /** Names of tabs that got it more than once. */
  readonly doubled: readonly string[];
  readonly verdict: Verdict;
}

/**
 * Judges each broadcast: it passes when every tab that was open when it was sent heard it once, and every screen that
 * heard it did so in less than a second. A pass is final: it is said only when nothing can be on its way any more.
 * @param now milliseconds since the epoch, by the server's clock
 */
export function judge({ fired, near, far, closedAt }: Pick<Run, 'fired' | 'near' | 'far' | 'closedAt'>, now: number): Row[] {
  const nearOf = byBroadcast(near);
  const farOf = byBroadcast(far);
  return fired.map((broadcast) => {
    const told = nearOf.get(broadcast.id) ?? [];
    const here = broadcast.expected.map(({ id, name, mode }): Cell => {
      const own = told.filter(({ tab }) => tab === id);
      return { tab: name, where: mode, ...outcome(broadcast, own, closedAt.get(id), now) };
    });
    return toRow(broadcast, [...here, ...elsewhere(farOf.get(broadcast.id) ?? [])], now);
  });
}

function outcome({ sentAt }: Fired, [first, ...again]: readonly Delivery[], closedAt: number | undefined, now: number): Outcome {
  if (first) return { state: 'heard', latencyMs: Math.round(first.latencyMs), times: again.length + 1 };
  // A tab that goes away while the broadcast is on its way can neither get nor miss it.
  if (closedAt !== undefined && closedAt - sentAt <= MISSED_AFTER_MS) return { state: 'closed' };
  return { state: isOver(sentAt, now) ? 'missed' : 'waiting' };
}

// A person can have several screens, and their reports bear only the person's name: each is a screen, none is a double.
function elsewhere(deliveries: readonly Delivery[]): Cell[] {
  const screens = new Map<string, number>();
  return deliveries.map(({ tab, latencyMs }) => {
    const screen = (screens.get(tab) ?? 0) + 1;
    screens.set(tab, screen);
    return { tab: screen === 1 ? tab : `${tab} (${screen})`, where: 'elsewhere', state: 'heard', latencyMs: Math.round(latencyMs), times: 1 };
  });
}

function toRow({ id, label, sentAt }: Fired, cells: readonly Cell[], now: number): Row {
  const named = (holds: (cell: Cell) => boolean) => cells.filter(holds).map(({ tab }) => tab);
  const missed = named(({ state }) => state === 'missed');
  const doubled = named((cell) => cell.state === 'heard' && cell.times > 1);
  const heard = cells.filter((cell) => cell.state === 'heard');
  const failed = missed.length > 0 || doubled.length > 0 || heard.some(({ latencyMs }) => latencyMs >= LIMIT_MS);
  const verdict = failed ? 'fail' : !isOver(sentAt, now) ? 'waiting' : heard.length > 0 ? 'pass' : 'void';
  return { id, label, sentAt, cells, missed, doubled, verdict };
}

function isOver(sentAt: number, now: number): boolean {
  return now - sentAt > MISSED_AFTER_MS;
}

function byBroadcast(deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const group = groups.get(delivery.broadcastId);
    if (group) group.push(delivery);
    else groups.set(delivery.broadcastId, [delivery]);
  }
  return groups;
}
