import 'server-only';
import { defineCard, type ValueOf } from '../define';
import { askDatabase } from './ask-database';
import { askRedis } from './ask-redis';
import { pingTimes, readRedisFacts } from './redis-facts';

const SLOW_MS = 100;

/** How Redis answers, and what it holds of the event log. */
export const redisState = defineCard({
  key: 'redis',
  tab: 'platform',
  title: 'Redis',
  about: 'How long Redis takes to answer a PING, the middle of five tries, and what it holds: keys, memory, and how far back the event log reaches.',
  view: 'figures',
  ttlMs: 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ now, signal }): Promise<ValueOf<'figures'>> {
    const times = await askRedis(signal, pingTimes);
    const facts = await askRedis(signal, readRedisFacts);
    const begun = facts.epoch === null ? null : await lifeBegan(signal, facts.epoch);
    const median = times[Math.floor(times.length / 2)] ?? null;
    const slow = median !== null && median > SLOW_MS;
    const ago = (at: number | null) => (at === null ? null : Math.max(0, Math.round((now.getTime() - at) / 1_000)));
    return {
      headline: { value: median, unit: 'milliseconds', tone: slow ? 'warning' : 'ok', words: slow ? 'Redis answers slowly: events reach screens late by several times this.' : 'The middle of five answers.' },
      figures: [
        { label: 'Slowest of the five', value: times.at(-1) ?? null, unit: 'milliseconds', tone: 'plain' },
        { label: 'Keys', value: facts.keys, unit: 'count', tone: 'plain' },
        { label: 'Memory used', value: facts.memoryBytes, unit: 'bytes', tone: 'plain' },
        { label: 'Entries on the event log', value: facts.logEntries, unit: 'count', tone: 'plain' },
        { label: 'The log reaches back', value: ago(facts.oldestEventAt), unit: 'seconds', tone: 'plain' },
        { label: 'Last event before', value: ago(facts.newestEventAt), unit: 'seconds', tone: 'plain' },
        { label: 'Present life of the log, at least', value: ago(begun), unit: 'seconds', tone: 'plain' },
      ],
    };
  },
});

/** When the first event that the outbox still has went onto this life of the log. Null when nobody knows. */
async function lifeBegan(signal: AbortSignal, epoch: string): Promise<number | null> {
  try {
    const [row] = await askDatabase(signal, (database) => database.$queryRaw<{ at: Date | null }[]>`
      SELECT min(sent_at) AS at FROM outbox_events WHERE starts_with(log_cursor, ${`${epoch}.`})`);
    return row?.at?.getTime() ?? null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
