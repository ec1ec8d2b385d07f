import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asCursor, formatCursor } from '@/lib/protocol/cursor';
import type { PageConnection } from './page-connection';
import type { ToTab, ToWorker } from './tab-messages';
import { createWorkerLink } from './worker-link';

const place = (n: number) => formatCursor('ep', `${n}-0`);

/** The worker's end of a line that the tab opened. */
interface Line {
  readonly name: string;
  readonly said: ToWorker[];
  tell(message: ToTab): void;
}

let lines: Line[];
let link: PageConnection;

/** Both ends are real ports; what the tab says is written down. */
function openWorker(name: string): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const said: ToWorker[] = [];
  port2.onmessage = ({ data }: MessageEvent<ToWorker>) => void said.push(data);
  lines.push({ name, said, tell: (message) => port2.postMessage(message) });
  return port1;
}

const line = (n: number): Line => {
  const found = lines[n];
  if (!found) throw new Error(`Line ${n} was not opened.`);
  return found;
};

beforeEach(() => {
  lines = [];
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }));
  vi.stubGlobal('window', Object.assign(new EventTarget(), { location: { origin: 'http://board' } }));
  const nothing = () => undefined;
  link = createWorkerLink(
    {
      onState: nothing, onEvent: nothing, onConnected: nothing, onActivity: nothing, onServerTime: nothing, onCursor: nothing,
      onReset: nothing, onSnapshot: nothing, onPolled: nothing, onUpstream: nothing, onUnknown: nothing, onTick: nothing,
    },
    openWorker,
    'user',
  );
  link.start(place(1));
});
afterEach(() => {
  link.stop();
  vi.unstubAllGlobals();
});

describe('a tab’s line to the worker', () => {
  it('is opened anew from the tab’s own cursor the moment a frozen tab runs again: the worker may have forgotten it [RT18]', async () => {
    line(0).tell({ type: 'ping', cursor: asCursor(place(7)) });
    await vi.waitFor(() => expect(line(0).said.map(({ type }) => type)).toEqual(['hello', 'alive']));
    document.dispatchEvent(new Event('resume'));
    expect(lines.map(({ name }) => name)).toEqual(['watchroom-user-0', 'watchroom-user-0']);
    await vi.waitFor(() => expect(line(1).said).toMatchObject([{ type: 'hello', cursor: place(7), visible: false }]));
    await vi.waitFor(() => expect(line(0).said.at(-1)).toEqual({ type: 'bye' }));
  });
});
