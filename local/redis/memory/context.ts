import type { RedisReply } from '../reply';
import type { Channels } from './channels';
import type { Keyspace } from './keyspace';

/** What a command works on. */
export interface Context {
  readonly keys: Keyspace;
  readonly channels: Channels;
}

/**
 * Carries out one command. Takes the arguments without the name; the command table has counted them already, so the
 * required ones may be named as plain parameters. Throws ReplyError.
 */
export type Handler = (context: Context, ...args: string[]) => RedisReply;
