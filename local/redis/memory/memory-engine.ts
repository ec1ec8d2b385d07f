import type { Engine } from '../engine';
import { ReplyError, type Outcome, type RedisReply } from '../reply';
import type { ServedCommand } from '../served-command';
import { Channels } from './channels';
import { COMMAND_HANDLERS } from './command-handlers';
import type { Context } from './context';
import { Keyspace } from './keyspace';

const SWEEP_INTERVAL_MS = 1_000;

/**
 * Gives an engine that keeps everything in this process and forgets it at the end. Commands run one after the other
 * to the end, so a transaction is a loop. Takes the clock, in milliseconds since 1970.
 */
export function createMemoryEngine({ now = Date.now }: { readonly now?: () => number } = {}): Engine {
  const context: Context = { keys: new Keyspace(now), channels: new Channels() };
  const sweeper = setInterval(() => context.keys.sweep(), SWEEP_INTERVAL_MS).unref();

  const run = ({ name, args }: ServedCommand): RedisReply => COMMAND_HANDLERS[name](context, ...args);
  const runAll = async (commands: readonly ServedCommand[]): Promise<Outcome[]> => commands.map((command) => settle(() => run(command)));

  return {
    name: 'memory',
    execute: async (command) => run(command),
    pipeline: runAll,
    multi: runAll,
    subscribe: async (channel, subscriber) => context.channels.subscribe(channel, subscriber),
    psubscribe: async (pattern, subscriber) => context.channels.psubscribe(pattern, subscriber),
    ping: async () => undefined,
    close: async () => {
      clearInterval(sweeper);
      context.channels.close();
    },
  };
}

function settle(run: () => RedisReply): Outcome {
  try {
    return { result: run() };
  } catch (error) {
    if (error instanceof ReplyError) return { error: error.message };
    throw error;
  }
}
