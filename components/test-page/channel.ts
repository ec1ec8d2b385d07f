import { z } from 'zod';
import { PANE_MODES } from './panes';

const CHANNEL = 'watchroom-test';

const tabSchema = z.object({ id: z.string().max(40), name: z.string().max(40), mode: z.enum(PANE_MODES) });

const messageSchema = z.discriminatedUnion('type', [
  /** A test page asks who is there. */
  z.object({ type: z.literal('who') }),
  /** A tab is connected. `page`: the test page that holds it; null for a window, which belongs to all. */
  z.object({ type: z.literal('open'), tab: tabSchema, page: z.string().nullable() }),
  z.object({ type: z.literal('closed'), tabId: z.string() }),
  z.object({ type: z.literal('heard'), tabId: z.string(), broadcastId: z.string(), latencyMs: z.number() }),
]);

/** What test pages and their tabs tell each other inside one browser. */
export type ChannelMessage = z.infer<typeof messageSchema>;

/** A tab of the test: a document with a connection. The id is new with every load, the name is what people read. */
export type Tab = Readonly<z.infer<typeof tabSchema>>;

/** One end of the channel. */
export interface TestChannel {
  say(message: ChannelMessage): void;
  close(): void;
}

/** Joins the channel; hears all others, not itself. */
export function joinChannel(onMessage: (message: ChannelMessage) => void): TestChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = messageSchema.safeParse(data);
    if (parsed.success) onMessage(parsed.data);
  };
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
