import 'server-only';
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sleep } from '@/lib/core/sleep';
import { defineCard, type ValueOf } from '../define';

const WATCHED_MS = 1_000;
const RESOLUTION_MS = 10;
const BUSY_DELAY_MS = 100;

/** How the server process itself is. */
export const serverProcess = defineCard({
  key: 'process',
  tab: 'platform',
  title: 'Server process',
  about: 'The server process that computed this, watched for one second: how late its event loop was, and how much of one processor it used.',
  view: 'figures',
  ttlMs: 30_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }): Promise<ValueOf<'figures'>> {
    const { delayMs, cpuShare } = await watched(signal);
    const { rss, heapUsed, heapTotal } = process.memoryUsage();
    const isLate = delayMs > BUSY_DELAY_MS;
    return {
      headline: { value: Math.round(process.uptime()), unit: 'seconds', tone: isLate ? 'warning' : 'plain', words: `Up on Node ${process.versions.node}.${isLate ? ' It is busy: everything it answers comes late.' : ''}` },
      figures: [
        { label: 'Event loop late by, at most', value: delayMs, unit: 'milliseconds', tone: isLate ? 'warning' : 'plain' },
        { label: 'Of one processor', value: cpuShare, unit: 'ratio', tone: 'plain' },
        { label: 'Processors', value: availableParallelism(), unit: 'count', tone: 'plain' },
        { label: 'Memory', value: rss, unit: 'bytes', tone: 'plain' },
        { label: 'Heap used', value: heapUsed, unit: 'bytes', tone: 'plain' },
        { label: 'Heap in all', value: heapTotal, unit: 'bytes', tone: 'plain' },
      ],
    };
  },
});

async function watched(signal: AbortSignal): Promise<{ delayMs: number; cpuShare: number }> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const [cpuBefore, startedAt] = [process.cpuUsage(), performance.now()];
  delays.enable();
  try {
    await sleep(WATCHED_MS, signal);
    signal.throwIfAborted();
    const { user, system } = process.cpuUsage(cpuBefore);
    const passedMs = performance.now() - startedAt;
    // What is measured is from one tick of a timer to the next, the wait that was asked for included.
    return { delayMs: Math.max(0, Math.round((delays.max / 1e6 - RESOLUTION_MS) * 10) / 10), cpuShare: (user + system) / 1_000 / passedMs };
  } finally {
    delays.disable();
  }
}
