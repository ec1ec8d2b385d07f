import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { readHubs, type HubStats } from '@/lib/realtime/hub-stats';
import { defineCard, type ValueOf } from '../define';
import { askRedis } from './ask-redis';

const MOST_BARS = 40;

/** Who listens to what happens, on which server. */
export const realtimeConnections = defineCard({
  key: 'realtime-connections',
  tab: 'platform',
  title: 'Realtime connections',
  about: 'Streams that are open now, on each server and for each kind of stream, with what it has handed out since it started. A server that has not reported for half a minute is left out.',
  view: 'bars',
  ttlMs: 30_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }): Promise<ValueOf<'bars'>> {
    const hubs = [...(await askRedis(signal, readHubs))].sort(([a], [b]) => a.localeCompare(b));
    const open = hubs.reduce((sum, [, hub]) => sum + hub.connections, 0);
    const troubled = hubs.filter(([, hub]) => troubleOf(hub) !== null).length;
    return {
      headline: {
        value: open,
        unit: 'count',
        tone: troubled > 0 ? 'warning' : 'plain',
        words: troubled > 0 ? `Streams are open, and ${troubled} of ${hubs.length} sources cannot hear the event log as they should.` : open === 1 ? 'Stream is open.' : 'Streams are open.',
      },
      unit: 'count',
      bars: hubs.slice(0, MOST_BARS).map(([name, hub]) => ({ label: labelOf(name), value: hub.connections, tone: troubleOf(hub) ? 'warning' : 'plain', words: wordsOf(hub) })),
      empty: 'No stream is open on any server.',
    };
  },
});

/** A hub reports as `<instance>:<name>`. */
function labelOf(name: string): string {
  const [instance = '', hub = ''] = name.split(':');
  return cutText(hub === '' ? instance || 'unnamed' : `${instance} ${hub}`, 80);
}

function wordsOf(hub: HubStats): string {
  const counted = `${hub.eventsSent} events sent, ${hub.logReads} reads of the log, ${hub.slowClosed} ended as too slow.`;
  const trouble = troubleOf(hub);
  return trouble === null ? counted : `${trouble} ${counted}`;
}

function troubleOf(hub: HubStats): string | null {
  if (!hub.logReadable) return 'It cannot read the event log.';
  return hub.doorbellUp ? null : 'It is not told of new events and looks for them itself.';
}
