import { wrongArity } from '../served-command';
import type { Handler } from './context';

/** Commands on the server itself and on its channels. */
export const serverCommands = {
  ping: (_context, ...message: string[]) => {
    if (message.length > 1) throw wrongArity('ping');
    return message[0] ?? 'PONG';
  },
  echo: (_context, message: string) => message,
  time: ({ keys }) => {
    const now = keys.now();
    return [String(Math.floor(now / 1000)), String((now % 1000) * 1000)];
  },
  info: ({ keys }) => {
    const { heapUsed } = process.memoryUsage();
    return [
      '# Server', 'redis_version:7.0.0', 'redis_mode:standalone', `process_id:${process.pid}`, '',
      '# Memory', `used_memory:${heapUsed}`, '',
      '# Keyspace', `db0:keys=${keys.names().length}`, '',
    ].join('\r\n');
  },
  publish: ({ channels }, channel: string, payload: string) => channels.publish(channel, payload),
  pubsub: ({ channels }, _numsub: string, ...names: string[]) => names.flatMap((name) => [name, channels.count(name)]),
} satisfies Record<string, Handler>;
