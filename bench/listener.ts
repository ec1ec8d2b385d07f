import { request, type IncomingMessage } from 'node:http';
import type { FromListener, ListenerReport, ToListener } from './messages';
import { createTally, type Tally } from './tally';

const OPEN_AT_ONCE = 40;

/** The clients, in a process of their own so that they do not share a core's time with the sender. */
const latencies: number[] = [];
const tallies: Tally[] = [];
let ended = 0;
let complete = 0;

process.on('message', (message: ToListener) => {
  if (message.kind === 'open') void openAll(message).catch((error: unknown) => tell({ kind: 'failed', message: String(error) }));
  else tell({ kind: 'report', ...report() });
});
// Without the measuring process there is nobody to listen for.
process.on('disconnect', () => process.exit(0));

async function openAll(input: Extract<ToListener, { kind: 'open' }>): Promise<void> {
  let left = input.clients;
  const openSome = async () => {
    while (left-- > 0) follow(await open(input), input);
  };
  await Promise.all(Array.from({ length: OPEN_AT_ONCE }, openSome));
  tell({ kind: 'opened' });
}

function open({ url, cookie }: { readonly url: string; readonly cookie: string }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/api/sse?topics=test`, { headers: { cookie }, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) return reject(new Error(`A stream was refused with ${incoming.statusCode}.`));
      incoming.once('readable', () => resolve(incoming));
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function follow(incoming: IncomingMessage, { clients, events }: { readonly clients: number; readonly events: number }): void {
  const tally = createTally((ms) => latencies.push(ms));
  tallies.push(tally);
  let done = false;
  incoming.on('data', (chunk: Buffer) => {
    // The streams of the measurement are ASCII, and latin1 is the cheapest to decode.
    tally.take(chunk.toString('latin1'), performance.timeOrigin + performance.now());
    if (done || tally.got < events) return;
    done = true;
    complete += 1;
    if (complete === clients) tell({ kind: 'complete' });
  });
  incoming.once('close', () => (ended += 1));
  incoming.once('error', () => undefined);
}

function report(): ListenerReport {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    received: latencies.length,
    doubled: sum((tally) => tally.doubled),
    missing: sum((tally) => tally.missing),
    ended,
  };
}

function sum(of: (tally: Tally) => number): number {
  return tallies.reduce((total, tally) => total + of(tally), 0);
}

function tell(message: FromListener): void {
  process.send?.(message);
}
