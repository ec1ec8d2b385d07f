import 'server-only';
import type { Audience } from '@/lib/protocol/audience';
import type { EventData, WireEvent } from '@/lib/protocol/events';
import type { Permission } from '@/lib/protocol/permissions';
import { toOutgoing, type EventLog, type OutgoingEvent } from '@/lib/realtime/event-log';
import type { AnyCard } from './define';

type CardEventType = 'cache:hit' | 'cache:miss' | 'cache:done' | 'cache:error' | 'cache:bust' | 'state:stale' | 'sys:warming' | 'sys:warm';

/** What happened to cards, before it is known who may hear of it. */
export type CardNews = { [T in CardEventType]: { readonly type: T; readonly data: EventData<T> } }[CardEventType];

/** Tells it to everybody who may see the cards it speaks of. Never throws: while Redis is away nobody can be told. */
export type Announce = (news: readonly CardNews[]) => Promise<void>;

/** Tells news by the event log. News about several cards go to each only with the cards he may see. */
export function createAnnounce(cards: readonly AnyCard[], log: () => EventLog): Announce {
  const permissions = new Map(cards.map((card) => [card.key, card.permission]));
  const permissionOf = (key: string): Permission => permissions.get(key) ?? 'metrics.read';
  return async (news) => {
    const events = news.flatMap((one) => eachAudience(one, permissionOf));
    if (events.length === 0) return;
    await log().append(events).catch(() => undefined);
  };
}

function eachAudience(news: CardNews, permissionOf: (key: string) => Permission): OutgoingEvent[] {
  if ('key' in news.data) return [outgoing(news, permissionOf(news.data.key))];
  const { keys } = news.data;
  return [...new Set(keys.map(permissionOf))].map((permission) => {
    const own = (key: string) => permissionOf(key) === permission;
    const data = { ...news.data, keys: keys.filter(own), ...('failed' in news.data ? { failed: news.data.failed.filter(own) } : {}) };
    return outgoing({ ...news, data } as CardNews, permission);
  });
}

function outgoing({ type, data }: CardNews, permission: Permission): OutgoingEvent {
  const audience: Audience = [{ permission }];
  return toOutgoing({ id: crypto.randomUUID(), type, data, timestamp: new Date().toISOString() } as WireEvent, audience);
}
