import type { FlashForMe } from '@/lib/protocol/flash';
import { can, type Role } from '@/lib/protocol/permissions';
import type { BarFlash } from '@/stores/flash';
import { levelRank } from './levels';

/**
 * What a message is to the person in front of the screen.
 * `alerting`: waits for their acknowledgement · `acknowledged` · `steady`: asks nothing of them ·
 * `outdated`: ran out before they acknowledged · `withdrawn`: just taken back, about to go.
 */
export type LiveState = 'alerting' | 'acknowledged' | 'steady' | 'outdated' | 'withdrawn';

export interface LiveEntry {
  readonly flash: BarFlash;
  readonly state: LiveState;
  /** Put away by this person; still listed on the overview. */
  readonly hidden: boolean;
}

export interface LiveContext {
  readonly role: Role;
  /** The server's time, milliseconds. */
  readonly now: number;
  readonly hidden: ReadonlySet<string>;
  /** Messages whose acknowledgement the server refused: shown as done here, they would lie. */
  readonly refused: ReadonlySet<string>;
}

/** The messages that are on, in the order of the bar: waiting for me by level, then the rest by level, newest first. */
export function liveEntries(flashes: readonly BarFlash[], context: LiveContext): LiveEntry[] {
  return flashes
    .flatMap((flash) => {
      const state = liveState(flash, context);
      if (state === null) return [];
      return [{ flash, state, hidden: context.hidden.has(flash.id) && canHide(flash, state) }];
    })
    .sort(compareEntries);
}

/** Whether this person is asked to acknowledge: a recipient, allowed to, of a message that wants it. */
export function asksFor(flash: FlashForMe, role: Role): boolean {
  return flash.receipt !== null && can(role, 'flash.ack') && wantsAck(flash);
}

/** Whether a message wants to be acknowledged: when it says so, and always when it is critical. */
export function wantsAck(flash: Pick<FlashForMe, 'level' | 'requiresAck'>): boolean {
  return flash.requiresAck || flash.level === 'critical';
}

/** Whether a message may be put away before it ends. Critical ones stay until they are over. */
export function canHide(flash: FlashForMe, state: LiveState): boolean {
  return flash.level !== 'critical' && (state === 'steady' || state === 'acknowledged');
}

function liveState(flash: BarFlash, { role, now, refused }: LiveContext): LiveState | null {
  const acked = Boolean(flash.receipt?.ackedAt) && !refused.has(flash.id);
  const owed = asksFor(flash, role) && !acked;
  const ranOut = flash.status === 'expired' || (flash.status === 'live' && flash.expiresAt !== null && Date.parse(flash.expiresAt) <= now);
  if (ranOut) return owed ? 'outdated' : null;
  if (flash.status === 'live') return owed ? 'alerting' : acked ? 'acknowledged' : 'steady';
  return flash.endedHereAt === undefined ? null : 'withdrawn';
}

function waiting({ flash, state }: LiveEntry): number {
  if (state === 'alerting') return 0;
  // A withdrawn message keeps its place while it is struck through: nothing jumps under the pointer.
  if (state === 'withdrawn') return wantsAck(flash) && flash.receipt && !flash.receipt.ackedAt ? 0 : 2;
  return state === 'outdated' ? 1 : 2;
}

function compareEntries(a: LiveEntry, b: LiveEntry): number {
  return (
    waiting(a) - waiting(b) ||
    levelRank(a.flash.level) - levelRank(b.flash.level) ||
    (b.flash.sentAt ?? b.flash.startsAt).localeCompare(a.flash.sentAt ?? a.flash.startsAt) ||
    a.flash.id.localeCompare(b.flash.id)
  );
}
