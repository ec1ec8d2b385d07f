import 'server-only';
import { isIP } from 'node:net';
import { cutText } from '@/lib/core/cut-text';
import { errorWords } from '@/lib/server/monitoring/probes/error-words';
import { resolveName } from '@/lib/server/monitoring/probes/resolve-name';
import { defineCard } from '../define';
import { checksHeadline, type Check } from '../pieces/checks-headline';
import { heed } from './heed';
import { hostsOfSettings, type Endpoint } from './hosts-of-settings';

const TIMEOUT_MS = 5_000;
const SLOW_MS = 1_000;

/** Whether the names that Watchroom depends on have addresses. */
export const nameResolution = defineCard({
  key: 'dns',
  tab: 'platform',
  title: 'Name resolution',
  about: 'Each host that the settings name: whether it has an address as programs on this server get it, and how long the answer took.',
  view: 'checks',
  ttlMs: 5 * 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }) {
    const checks = await Promise.all(hostsOfSettings(process.env).map((endpoint) => checkName(endpoint, signal)));
    return { headline: checksHeadline(checks, 'hosts'), checks, empty: 'No setting names a host.' };
  },
});

async function checkName({ label, host }: Endpoint, signal: AbortSignal): Promise<Check> {
  if (host === null) return { label, state: 'unknown', words: 'Its setting cannot be read as an address.' };
  const name = cutText(host, 120);
  if (isIP(host) !== 0) return { label, state: 'ok', words: `${name} is an address and needs no name.` };
  const startedAt = performance.now();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const found = await heed(AbortSignal.any([signal, timeout]), resolveName(host));
    const tookMs = Math.round(performance.now() - startedAt);
    const words = `${name} has ${found.length === 1 ? 'one address' : `${found.length} addresses`}, told within ${tookMs} ms.`;
    return { label, state: tookMs > SLOW_MS ? 'warning' : 'ok', words };
  } catch (error) {
    signal.throwIfAborted();
    return { label, state: 'failed', words: cutText(`${name}: ${timeout.aborted ? `no answer within ${TIMEOUT_MS / 1_000} s.` : errorWords(error)}`, 240) };
  }
}
