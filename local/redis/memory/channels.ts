import type { Subscriber, Unsubscribe } from '../engine';
import { globMatcher } from './glob';

/** Who listens to which channel and pattern. */
export class Channels {
  readonly #byChannel = new Map<string, Set<Subscriber>>();
  readonly #byPattern = new Map<Subscriber, (channel: string) => boolean>();

  subscribe(channel: string, subscriber: Subscriber): Unsubscribe {
    const subscribers = this.#byChannel.get(channel) ?? new Set();
    this.#byChannel.set(channel, subscribers.add(subscriber));
    return () => {
      subscribers.delete(subscriber);
      if (subscribers.size === 0 && this.#byChannel.get(channel) === subscribers) this.#byChannel.delete(channel);
    };
  }

  psubscribe(pattern: string, subscriber: Subscriber): Unsubscribe {
    this.#byPattern.set(subscriber, globMatcher(pattern));
    return () => this.#byPattern.delete(subscriber);
  }

  /** Hands the message to everyone who listens and gives their number. */
  publish(channel: string, payload: string): number {
    let receivers = 0;
    for (const subscriber of this.#byChannel.get(channel) ?? []) {
      subscriber.onMessage(payload, channel);
      receivers += 1;
    }
    for (const [subscriber, matches] of this.#byPattern) {
      if (!matches(channel)) continue;
      subscriber.onMessage(payload, channel);
      receivers += 1;
    }
    return receivers;
  }

  /** How many listen to the channel by its name. */
  count(channel: string): number {
    return this.#byChannel.get(channel)?.size ?? 0;
  }

  /** Ends every subscription. */
  close(): void {
    const subscribers = [...[...this.#byChannel.values()].flatMap((set) => [...set]), ...this.#byPattern.keys()];
    this.#byChannel.clear();
    this.#byPattern.clear();
    for (const subscriber of subscribers) subscriber.onLost();
  }
}
