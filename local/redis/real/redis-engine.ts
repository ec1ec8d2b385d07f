import type { Redis } from 'ioredis';
import type { Engine } from '../engine';
import { EngineUnreachableError, ReplyError, type Outcome, type RedisReply } from '../reply';
import type { ServedCommand } from '../served-command';
import { connect } from './connection';
import { createSubscriptions } from './subscriptions';

export interface RedisEngineOptions {
  /** A `redis:` or `rediss:` URL. */
  readonly url: URL;
  readonly log: (line: string) => void;
  /** How long to wait for Redis at the start. */
  readonly connectTimeoutMs?: number;
  /** How long a sent command may stay without an answer. */
  readonly stallTimeoutMs?: number;
}

/**
 * Gives an engine that passes commands to a real Redis, over one connection for commands and one for subscriptions.
 * Rejects with EngineUnreachableError when Redis cannot be used.
 */
export async function createRedisEngine(options: RedisEngineOptions): Promise<Engine> {
  const { url, log, connectTimeoutMs: timeoutMs = 5_000, stallTimeoutMs = 5_000 } = options;
  const redis = await connect({ url, timeoutMs, stallTimeoutMs, log });
  const listener = await connect({ url, timeoutMs, stallTimeoutMs, log: () => undefined }).catch((error: unknown) => {
    redis.disconnect();
    throw error;
  });
  const subscriptions = createSubscriptions(listener);

  return {
    name: 'redis',
    execute: ({ name, args }) => reply(redis.call(wireName(name), [...args])),
    pipeline: async (commands) => (commands.length === 0 ? [] : outcomes(batch(redis.pipeline(), commands).exec())),
    multi: async (commands) => (commands.length === 0 ? [] : outcomes(batch(redis.multi(), commands).exec())),
    subscribe: (channel, subscriber) => reachable(subscriptions.subscribe(channel, subscriber)),
    psubscribe: (pattern, subscriber) => reachable(subscriptions.psubscribe(pattern, subscriber)),
    ping: async () => void (await reachable(redis.ping())),
    close: async () => {
      subscriptions.close();
      redis.disconnect();
      listener.disconnect();
    },
  };
}

/** ioredis reshapes the replies of commands it knows, by lower-case name. In capitals they come as Redis sent them. */
function wireName(name: string): string {
  return name.toUpperCase();
}

function batch(chain: ReturnType<Redis['pipeline']>, commands: readonly ServedCommand[]): ReturnType<Redis['pipeline']> {
  for (const { name, args } of commands) chain.call(wireName(name), [...args]);
  return chain;
}

/** RESP2 has no shapes but those of RedisReply, and the connection speaks RESP2. */
async function reply(answer: Promise<unknown>): Promise<RedisReply> {
  return (await reachable(answer)) as RedisReply;
}

async function outcomes(answer: Promise<[Error | null, unknown][] | null>): Promise<Outcome[]> {
  const results = await reachable(answer);
  if (results === null) throw new ReplyError('EXECABORT Transaction discarded');
  return results.map(([error, result]) => {
    if (error === null) return { result: result as RedisReply };
    const translated = translate(error);
    if (translated instanceof ReplyError) return { error: translated.message };
    throw translated;
  });
}

async function reachable<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw translate(error);
  }
}

/** Anything that Redis itself did not say means that it was not reached, or not heard. */
function translate(error: unknown): Error {
  if (error instanceof Error && error.name === 'ReplyError') return new ReplyError(error.message);
  return new EngineUnreachableError('Redis is not reachable');
}
