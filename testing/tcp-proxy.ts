import { connect, createServer, type Socket } from 'node:net';

/** A road between a client and a server that a test can block. */
export interface TcpProxy {
  /** Address to use instead of the server's. */
  readonly url: string;
  /** Breaks every open connection. */
  cut(): void;
  /** While closed, new connections are broken at once. */
  setOpen(open: boolean): void;
  /**
   * The next time a client sends something that fits, it reaches the server, but the connection breaks before the
   * reply comes back. Resolves when that has happened.
   */
  loseReplyTo(pattern: RegExp): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a proxy to 127.0.0.1 on a free port. Knows nothing of what passes but its bytes. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const pairs = new Set<() => void>();
  let open = true;
  let losing: { pattern: RegExp; done: () => void } | undefined;

  const server = createServer((client: Socket) => {
    if (!open) return void client.destroy();
    const target = connect(targetPort, '127.0.0.1');
    const breakBoth = () => {
      pairs.delete(breakBoth);
      client.destroy();
      target.destroy();
    };
    pairs.add(breakBoth);
    let lost: (() => void) | undefined;
    client.on('data', (chunk) => {
      if (losing?.pattern.test(chunk.toString('latin1'))) {
        lost = losing.done;
        losing = undefined;
      }
      target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (!lost) return void client.write(chunk);
      breakBoth();
      lost();
    });
    for (const socket of [client, target]) {
      socket.on('error', breakBoth);
      socket.on('close', breakBoth);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const cut = () => {
    for (const breakBoth of [...pairs]) breakBoth();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    setOpen(value) {
      open = value;
    },
    loseReplyTo: (pattern) =>
      new Promise((resolve) => {
        losing = { pattern, done: resolve };
      }),
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return closed;
    },
  };
}
