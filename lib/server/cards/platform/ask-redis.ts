import 'server-only';
import { serverRedis } from '@/lib/server/relay/log';
import { CardTrouble } from '../define';
import { heed } from './heed';

/** Asks Redis until the signal aborts. Any failure becomes a CardTrouble. */
export async function askRedis<T>(signal: AbortSignal, ask: (redis: ReturnType<typeof serverRedis>) => Promise<T>): Promise<T> {
  try {
    return await heed(signal, ask(serverRedis()));
  } catch (error) {
    if (signal.aborted || error instanceof CardTrouble) throw error;
    throw new CardTrouble('Redis does not answer as it should. Try again in a moment; if it stays so, look at the Redis server and its REST server.');
  }
}
