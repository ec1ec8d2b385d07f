import type { ServedCommand } from './served-command';
import type { Outcome, RedisReply } from './reply';

/** Who listens to a channel or pattern. */
export interface Subscriber {
  /** One published message and the channel it was published on. */
  onMessage(payload: string, channel: string): void;
  /** The subscription is dead and messages may have been missed. Called at most once, nothing follows. */
  onLost(): void;
}

/** Ends a subscription; calling it twice does no harm. */
export type Unsubscribe = () => void;

/**
 * Where commands are carried out. Every method rejects with EngineUnreachableError when the store does not answer;
 * a command that Redis refuses is a ReplyError in `execute` and an `{error}` outcome elsewhere.
 */
export interface Engine {
  readonly name: 'memory' | 'redis';
  execute(command: ServedCommand): Promise<RedisReply>;
  /** Runs the commands in order, not atomically; one outcome each. */
  pipeline(commands: readonly ServedCommand[]): Promise<Outcome[]>;
  /** Runs the commands as one transaction; rejects with ReplyError when it was discarded as a whole. */
  multi(commands: readonly ServedCommand[]): Promise<Outcome[]>;
  /** Resolves when the subscription is in force. */
  subscribe(channel: string, subscriber: Subscriber): Promise<Unsubscribe>;
  /** The same for a glob pattern. */
  psubscribe(pattern: string, subscriber: Subscriber): Promise<Unsubscribe>;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
