import { createConnection } from './connection';
import { createTabServer, type TabPort } from './tab-server';
import type { ToWorker } from './tab-messages';

/** The shared worker: one connection for all tabs of this browser. Its timers are not slowed down as hidden tabs' are. */
const server = createTabServer((events, origin) => createConnection(events, (path, init) => fetch(new URL(path, origin), init)));

addEventListener('connect', (event) => {
  const [port] = event instanceof MessageEvent ? event.ports : [];
  if (!port) return;
  const tab: TabPort = { post: (message) => port.postMessage(message), close: () => port.close() };
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => server.receive(tab, data);
  // Where the browser tells that the other end is gone, without a goodbye.
  port.addEventListener('close', () => server.receive(tab, { type: 'bye' }));
});
