import type { LookupFunction } from 'node:net';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { dialTcp, reached } from './dial';
import { type Look, well } from './look';

/** Opens a TCP connection and closes it again. Rejects when nobody takes it. */
export async function probeTcp({ host, port }: ConfigOf<'tcp'>, signal: AbortSignal, lookup?: LookupFunction): Promise<Look> {
  const startedAt = performance.now();
  const socket = dialTcp({ host, port, ...(lookup && { lookup }) }, signal);
  try {
    await reached(socket, 'connect');
    return well(performance.now() - startedAt);
  } finally {
    socket.destroy();
  }
}
