import type { Target } from './target';

/** An open subscription, read line by line. */
export interface EventLines {
  /** The next line that starts with `data: `, without that; undefined when the stream has ended. */
  data(): Promise<string | undefined>;
  /** The next line that starts with `:`; undefined when the stream has ended. */
  comment(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Opens `/subscribe/<name>` or `/psubscribe/<name>` and resolves when the subscription is in force. */
export async function openEvents(target: Target, kind: 'subscribe' | 'psubscribe', name: string): Promise<EventLines> {
  const response = await target.request(`/${kind}/${encodeURIComponent(name)}`, { headers: { accept: 'text/event-stream' } });
  if (!response.ok || response.body === null) throw new Error(`subscription answered ${response.status}: ${await response.text()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const lines: string[] = [];
  let rest = '';

  const next = async (prefix: string): Promise<string | undefined> => {
    for (;;) {
      const line = lines.shift();
      if (line?.startsWith(prefix)) return line.slice(prefix.length);
      if (line !== undefined) continue;
      const { value, done } = await reader.read();
      if (done) return undefined;
      const parts = (rest + value).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
    }
  };
  const events: EventLines = { data: () => next('data: '), comment: () => next(':'), close: () => reader.cancel() };
  await events.data();
  return events;
}
