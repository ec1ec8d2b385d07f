import type { ChannelMessage, Tab } from './channel';

const KEEP_DELIVERIES = 5_000;

/** A broadcast that this page fired. `sentAt`: milliseconds since the epoch, by the server's clock. */
export interface Fired {
  readonly id: string;
  readonly label: string;
  readonly sentAt: number;
  /** The tabs that were open when it was sent. */
  readonly expected: readonly Tab[];
}

/** One delivery. `tab`: the id of a tab here, or the name of the person elsewhere. */
export interface Delivery {
  readonly broadcastId: string;
  readonly tab: string;
  readonly latencyMs: number;
}

/** A run of the test: who is here, what was fired, what came where. */
export interface Run {
  /** The tabs that are open and connected, windows included. */
  readonly open: readonly Tab[];
  /** When tabs went away, by the server's clock in milliseconds. */
  readonly closedAt: ReadonlyMap<string, number>;
  /** Tabs that were open when a broadcast left whose answer is still out. */
  readonly leaving: ReadonlyMap<string, readonly Tab[]>;
  readonly fired: readonly Fired[];
  /** Deliveries to tabs of this browser. */
  readonly near: readonly Delivery[];
  /** Deliveries that other screens told of. */
  readonly far: readonly Delivery[];
}

/** What can happen to a run. */
export type RunEvent =
  | { readonly type: 'told'; readonly message: ChannelMessage; readonly page: string; readonly at: number }
  | { readonly type: 'told_elsewhere'; readonly deliveries: readonly Delivery[] }
  /** `shot`: a name for the broadcast until the server has given it an id. */
  | { readonly type: 'leaves'; readonly shot: string }
  | { readonly type: 'sent'; readonly shot: string; readonly id: string; readonly label: string; readonly sentAt: number }
  | { readonly type: 'cleared' };

export const emptyRun: Run = { open: [], closedAt: new Map(), leaving: new Map(), fired: [], near: [], far: [] };

/** A run after something happened. */
export function afterEvent(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'told':
      return afterMessage(run, event.message, event.page, event.at);
    case 'told_elsewhere':
      return { ...run, far: [...run.far, ...event.deliveries].slice(-KEEP_DELIVERIES) };
    case 'leaves':
      return { ...run, leaving: new Map(run.leaving).set(event.shot, run.open) };
    case 'sent': {
      const { shot, id, label, sentAt } = event;
      const leaving = new Map(run.leaving);
      leaving.delete(shot);
      return { ...run, leaving, fired: [...run.fired, { id, label, sentAt, expected: run.leaving.get(shot) ?? [] }] };
    }
    case 'cleared':
      return { ...emptyRun, open: run.open };
  }
}

function afterMessage(run: Run, message: ChannelMessage, page: string, at: number): Run {
  switch (message.type) {
    case 'open': {
      const { tab } = message;
      if (message.page !== null && message.page !== page) return run;
      if (run.open.some(({ id }) => id === tab.id)) return run;
      const closedAt = new Map(run.closedAt);
      closedAt.delete(tab.id);
      return { ...run, closedAt, open: [...run.open, { ...tab, name: freeName(tab, run.open) }] };
    }
    case 'closed':
      if (!run.open.some(({ id }) => id === message.tabId)) return run;
      return { ...run, open: run.open.filter(({ id }) => id !== message.tabId), closedAt: new Map(run.closedAt).set(message.tabId, at) };
    case 'heard': {
      const { broadcastId, tabId, latencyMs } = message;
      return { ...run, near: [...run.near, { broadcastId, tab: tabId, latencyMs }].slice(-KEEP_DELIVERIES) };
    }
    case 'who':
      return run;
  }
}

// A window can be duplicated with its address; two of one name could not be told apart in the table.
function freeName({ name, mode }: Tab, open: readonly Tab[]): string {
  const taken = new Set(open.filter((tab) => tab.mode === mode).map((tab) => tab.name));
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name} (${n})`;
  return free;
}
