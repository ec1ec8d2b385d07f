import type { Connection } from '@/lib/client/connection';

let current: Connection | undefined;

/** Names the connection that the buttons act on; gives back its undo. */
export function provideConnection(connection: Connection): () => void {
  current = connection;
  return () => {
    if (current === connection) current = undefined;
  };
}

/** Tries to connect at once instead of waiting. Does nothing while connected. */
export function reconnectNow(): void {
  current?.wake();
}
