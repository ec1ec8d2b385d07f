import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { startBoard, type Board } from '../testing/board';
import { people, type Person } from '../testing/person';
import { startListener, type ListenerProcess } from './listener-process';
import type { ListenerReport } from './messages';
import { cpuSeconds, residentBytes } from './process-stats';
import { readSettings, type BenchSettings } from './settings';

const OPEN_MS = 300_000;
const COMPLETE_MS = 120_000;
const REPORT_MS = 60_000;
// Each may send so many a minute; turns keep a long measurement below that.
const SENDERS = ['admin', 'supervisor', 'dispatcher1', 'dispatcher2'];

/** What one measurement gave. Times in seconds, memory in bytes. */
interface Measured {
  readonly report: ListenerReport;
  readonly sendingSeconds: number;
  readonly cpuSeconds: number;
  readonly bytesPerConnection: number;
  readonly subscriptions: number;
  readonly complete: boolean;
}

async function measure(settings: BenchSettings, board: Board, listener: ListenerProcess): Promise<Measured> {
  const { clients, events } = settings;
  const pid = board.app.pid();
  const listeners = await people(board.app.url, ...SENDERS);
  await warmUp(listeners);
  // A second instance takes the requests: behind a busy stream process they would wait and the rate would sink.
  const { url: sendingUrl } = await board.addInstance();
  const senders = listeners.map((who) => who.at(sendingUrl));
  const before = residentBytes(pid);
  listener.tell({ kind: 'open', url: board.app.url, cookie: listeners[0]?.cookie ?? '', clients, events });
  await listener.hear('opened', OPEN_MS);
  const bytesPerConnection = (residentBytes(pid) - before) / clients;
  const subscriptions = z.tuple([z.string(), z.number()]).parse(await board.redisCommand('PUBSUB', 'NUMSUB', 'watchroom:doorbell'))[1];
  const cpuBefore = cpuSeconds(pid);
  const complete = listener.hear('complete', COMPLETE_MS + (events / settings.rate) * 1_000).then(() => true, () => false);
  const sendingSeconds = await sendAll(senders, settings);
  const isComplete = await complete;
  const cpu = cpuSeconds(pid) - cpuBefore;
  listener.tell({ kind: 'report' });
  const report = await listener.hear('report', REPORT_MS);
  return { report, sendingSeconds, cpuSeconds: cpu, bytesPerConnection, subscriptions, complete: isComplete };
}

/** The first requests load code; that is no cost of a connection or of an event. */
async function warmUp(people: readonly Person[]): Promise<void> {
  for (const who of people) {
    const stream = await who.stream();
    await who.broadcast('warm-up');
    await stream.waitForEvent('test.broadcast');
    await stream.close();
  }
}

/** One after the other, so that their order is known; an event that is late makes none of the others early. */
async function sendAll(senders: readonly Person[], { events, rate }: BenchSettings): Promise<number> {
  const startedAt = performance.now();
  for (let index = 0; index < events; index += 1) {
    const wait = startedAt + (index * 1_000) / rate - performance.now();
    if (wait > 0) await delay(wait);
    await senders[index % senders.length]?.broadcast(`bench-${index}`);
  }
  return (performance.now() - startedAt) / 1_000;
}

/** Prints the figures and gives whether every client got every event once, in order, over one subscription. */
function tell({ clients, events }: BenchSettings, measured: Measured): boolean {
  const { report, subscriptions } = measured;
  const deliveries = clients * events;
  const lost = deliveries - report.received;
  const lines = [
    `clients              ${clients}`,
    `events               ${events} at ${(events / measured.sendingSeconds).toFixed(1)} per second`,
    `deliveries           ${report.received} of ${deliveries}: ${lost} missing, ${report.doubled} doubled, ${report.missing} skipped, ${report.ended} streams ended`,
    `latency              p50 ${report.p50Ms.toFixed(0)} ms, p99 ${report.p99Ms.toFixed(0)} ms, longest ${report.maxMs.toFixed(0)} ms`,
    `server CPU           ${((measured.cpuSeconds / deliveries) * 1e6).toFixed(1)} µs per delivery (${measured.cpuSeconds.toFixed(1)} s in all)`,
    `memory               ${(measured.bytesPerConnection / 1_024).toFixed(1)} KB per connection`,
    `upstream             ${subscriptions} subscription${subscriptions === 1 ? '' : 's'}`,
  ];
  console.log(lines.join('\n'));
  return measured.complete && lost === 0 && report.doubled === 0 && report.missing === 0 && report.ended === 0 && subscriptions === 1;
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2));
  // The heartbeat of a real board: a test's quick one would count as cost of the events.
  const board = await startBoard({ env: { SSE_HEARTBEAT_MS: '5000', SSE_MAX_PER_USER: '1000000' } });
  const listener = startListener();
  try {
    return tell(settings, await measure(settings, board, listener)) ? 0 : 1;
  } finally {
    listener.stop();
    await board.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
