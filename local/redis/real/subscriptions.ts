import type { Redis } from 'ioredis';
import type { Subscriber, Unsubscribe } from '../engine';

const PROBE_INTERVAL_MS = 10_000;

interface Topic {
  readonly subscribers: Set<Subscriber>;
  readonly ready: Promise<unknown>;
}

/** All subscriptions of this process over one connection. */
export interface Subscriptions {
  /** Resolves when Redis has confirmed. Rejects with ioredis's error when it cannot. */
  subscribe(channel: string, subscriber: Subscriber): Promise<Unsubscribe>;
  psubscribe(pattern: string, subscriber: Subscriber): Promise<Unsubscribe>;
  close(): void;
}

/**
 * Takes a connection of its own and shares it among any number of subscribers, one Redis subscription per channel or
 * pattern while somebody listens. When the connection is lost every subscriber is told and forgotten.
 */
export function createSubscriptions(redis: Redis): Subscriptions {
  const channels = new Map<string, Topic>();
  const patterns = new Map<string, Topic>();

  redis.on('message', (channel: string, payload: string) => {
    for (const subscriber of channels.get(channel)?.subscribers ?? []) subscriber.onMessage(payload, channel);
  });
  redis.on('pmessage', (pattern: string, channel: string, payload: string) => {
    for (const subscriber of patterns.get(pattern)?.subscribers ?? []) subscriber.onMessage(payload, channel);
  });
  const loseAll = (): void => {
    const lost = [...channels.values(), ...patterns.values()].flatMap(({ subscribers }) => [...subscribers]);
    channels.clear();
    patterns.clear();
    for (const subscriber of lost) subscriber.onLost();
  };
  redis.on('close', loseAll);

  // A peer that vanished without closing is noticed only by asking it; the connection's stall timeout does the rest.
  const probe = setInterval(() => void redis.ping().catch(() => undefined), PROBE_INTERVAL_MS).unref();

  const join = async (
    topics: Map<string, Topic>,
    name: string,
    subscriber: Subscriber,
    enter: () => Promise<unknown>,
    leave: () => Promise<unknown>,
  ): Promise<Unsubscribe> => {
    const topic = topics.get(name) ?? { subscribers: new Set(), ready: enter() };
    topics.set(name, topic);
    topic.subscribers.add(subscriber);
    const unsubscribe = (): void => {
      if (!topic.subscribers.delete(subscriber) || topic.subscribers.size > 0 || topics.get(name) !== topic) return;
      topics.delete(name);
      leave().catch(() => undefined);
    };
    try {
      await topic.ready;
      return unsubscribe;
    } catch (error) {
      topic.subscribers.delete(subscriber);
      if (topics.get(name) === topic) topics.delete(name);
      throw error;
    }
  };

  return {
    subscribe: (channel, subscriber) =>
      join(channels, channel, subscriber, () => redis.subscribe(channel), () => redis.unsubscribe(channel)),
    psubscribe: (pattern, subscriber) =>
      join(patterns, pattern, subscriber, () => redis.psubscribe(pattern), () => redis.punsubscribe(pattern)),
    close: () => {
      clearInterval(probe);
      loseAll();
    },
  };
}
