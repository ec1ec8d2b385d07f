import { afterAll, afterEach, beforeAll } from 'vitest';
import { hasRedisServer, startRedisProcess, type RedisProcess } from '@/local/redis/contract/redis-process';
import { startBoard, type Board, type BoardInput } from './board';
import { closeStreams } from './open-stream';

/** One board for all tests of the surrounding `describe`, ended after them; streams are closed after each. */
export function useBoard(input: BoardInput = {}): () => Board {
  let board: Board | undefined;
  beforeAll(async () => {
    board = await startBoard(input);
  });
  afterEach(closeStreams);
  afterAll(() => board?.stop());
  return () => present(board);
}

/** A board whose log survives its REST server: a real Redis with an append-only file stands behind it. */
export function useDurableBoard(input: Omit<BoardInput, 'redisUrl'> = {}): { board: () => Board; redisServer: () => RedisProcess } {
  let redisServer: RedisProcess | undefined;
  let board: Board | undefined;
  beforeAll(async () => {
    redisServer = await startRedisProcess();
    board = await startBoard({ ...input, redisUrl: redisServer.url.href });
  });
  afterEach(closeStreams);
  afterAll(async () => {
    await board?.stop();
    await redisServer?.remove();
  });
  return { board: () => present(board), redisServer: () => present(redisServer) };
}

/** Whether tests that need a real Redis are left out: never where CI is set, there they fail instead. */
export function lacksRedisServer(): boolean {
  return !hasRedisServer() && !process.env.CI;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The board is there only while tests run.');
  return value;
}
