import type { ServerResponse } from 'node:http';
import type { Engine } from './engine';

/** What a client may leave unread before its stream is cut; it reads on by subscribing again. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** One channel, or one glob pattern. */
export interface Topic {
  readonly kind: 'subscribe' | 'psubscribe';
  readonly name: string;
}

/**
 * Answers with a server-sent event stream of the topic's messages until the client leaves or the engine loses the
 * subscription. The stream then ends rather than waiting for the store to return: messages published meanwhile are
 * gone, and only an ended stream tells the client to look for what it missed.
 * Rejects, with nothing written, when the subscription cannot be made.
 */
export async function streamSubscription(
  response: ServerResponse,
  engine: Engine,
  topic: Topic,
  pingIntervalMs: number,
): Promise<void> {
  let opened = false;
  const open = (): void => {
    if (opened) return;
    opened = true;
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' });
    response.write(frame(`${topic.kind},${topic.name},1`));
    const pings = setInterval(() => response.write(': ping\n\n'), pingIntervalMs);
    response.on('close', () => clearInterval(pings));
  };

  const unsubscribe = await engine[topic.kind](topic.name, {
    onMessage(payload, channel) {
      if (response.destroyed || response.writableEnded) return;
      open();
      response.write(frame(topic.kind === 'subscribe' ? `message,${channel},${payload}` : `pmessage,${topic.name},${channel},${payload}`));
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    },
    onLost: () => response.end(),
  });
  if (response.destroyed || response.writableEnded) return unsubscribe();
  response.on('close', unsubscribe);
  open();
}

/** A line break would end the line early and let a payload forge the next message, so the text is cut there. */
function frame(text: string): string {
  const lineBreak = text.search(/[\r\n]/);
  return `data: ${lineBreak === -1 ? text : text.slice(0, lineBreak)}\n\n`;
}
