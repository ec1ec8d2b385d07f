import 'server-only';
import { dedupCounts } from '../cache/counters';
import { serverSettings } from '../env';
import { ensureInstanceId } from '../instance';
import { eventLog, serverRedis } from '../relay/log';
import { createAnnounce } from './announce';
import { noteComputed } from './computed-counts';
import { createCardEngine, type CardEngine } from './engine';
import { CARDS } from './registry';

// Kept on the global object: the routes of a process may be bundled apart, and must share what is in flight.
const kept = globalThis as typeof globalThis & { watchroomCards?: CardEngine };

/** This process's engine of all cards, made on first use. */
export function cardEngine(): CardEngine {
  kept.watchroomCards ??= createCardEngine({
    redis: serverRedis(),
    announce: createAnnounce(CARDS, eventLog),
    counts: dedupCounts().cards,
    instanceId: ensureInstanceId(),
    timeoutMs: serverSettings().cardTimeoutMs,
    onComputed: noteComputed,
  });
  return kept.watchroomCards;
}
