import type { Snapshot } from '@/lib/protocol/answers';
import type { Cursor } from '@/lib/protocol/cursor';
import type { WireEvent } from '@/lib/protocol/events';
import type { FrameData } from '@/lib/protocol/frames';
import type { InfraTick } from '@/lib/protocol/infrastructure';
import type { MachineState } from './connection-machine';

/** What a tab tells the worker that holds the connection. Both are of one build: the worker bears its name. */
export type ToWorker =
  /** First. `cursor`: where the tab stands; `origin`: where requests go. */
  | { readonly type: 'hello'; readonly cursor: string | null; readonly visible: boolean; readonly rooms: readonly string[]; readonly origin: string }
  | { readonly type: 'visible'; readonly visible: boolean }
  /** The incidents whose rooms the tab shows now. */
  | { readonly type: 'rooms'; readonly rooms: readonly string[] }
  | { readonly type: 'wake' }
  | { readonly type: 'offline' }
  /** The answer to a ping. */
  | { readonly type: 'alive' }
  /** The page goes away. */
  | { readonly type: 'bye' };

/** What the worker tells a tab. */
export type ToTab =
  /** Every two seconds: the worker lives. `cursor`: up to where the tab has been told everything. */
  | { readonly type: 'ping'; readonly cursor: Cursor | null }
  | { readonly type: 'state'; readonly state: MachineState; readonly reason: string | null }
  | { readonly type: 'connected'; readonly hello: FrameData<'connected'> }
  | { readonly type: 'activity' }
  | { readonly type: 'server_time'; readonly ms: number }
  | { readonly type: 'event'; readonly event: WireEvent; readonly cursor: Cursor | null }
  | { readonly type: 'reset'; readonly cursor: Cursor | null }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'polled'; readonly ok: boolean }
  | { readonly type: 'upstream'; readonly state: 'ok' | 'lost' }
  /** Something came that this build does not understand. */
  | { readonly type: 'unknown' }
  | { readonly type: 'tick'; readonly tick: InfraTick };

/** How often the worker says that it lives. */
export const PING_MS = 2_000;
/** A worker that was silent for so long is taken for dead and replaced: well under 15 s, far above a busy moment. */
export const WORKER_SILENT_MS = 8_000;
