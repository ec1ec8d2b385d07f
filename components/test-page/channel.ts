import { z } from 'zod';

const CHANNEL = 'watchroom-test';

const messageSchema = z.object({
  tab: z.string().max(40),
  broadcastId: z.string(),
  latencyMs: z.number(),
});

/** A delivery, as the tabs of one browser tell each other. */
export type TabReport = z.infer<typeof messageSchema>;

/** Tells every test page of this browser about a delivery. */
export function tellTestPages(report: TabReport): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(report);
  channel.close();
}

/** Hears what the other tabs report. Gives back its undo. */
export function hearTabs(onReport: (report: TabReport) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = messageSchema.safeParse(data);
    if (parsed.success) onReport(parsed.data);
  };
  return () => channel.close();
}
