import 'server-only';
import { after } from 'next/server';
import { singleFlight } from '@/lib/core/single-flight';
import { serverSettings } from '../env';
import { runCollector } from './start-collector';

const WHILE_WATCHED_MS = 10_000;

let shiftMs = WHILE_WATCHED_MS;
const shift = singleFlight(() => runCollector(AbortSignal.timeout(shiftMs)));

/** Looks at services for so long, unless another instance does. A second call meanwhile shares the first one's shift. */
export async function collectFor(ms: number): Promise<void> {
  shiftMs = ms;
  await shift();
}

/** Somebody looks at the board: where no server lives on, this process looks at services for a while. */
export function askForRound(): void {
  const { longLived, collects } = serverSettings();
  if (!longLived && collects) after(() => collectFor(WHILE_WATCHED_MS));
}
