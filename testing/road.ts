import { connect, createServer, type Socket } from 'node:net';

const STREAM_ASKED = /^GET (\/api\/sse(?:\?\S*)?) HTTP/;
const STREAM_STANDS = 'event: connected';

/** A road between a browser and a server that can go dead without a word, as Wi-Fi does behind a closed lid. */
export interface Road {
  /** Address to use instead of the server's. */
  readonly url: string;
  /** The path of every stream that came to stand over this road, in order: it was asked for, and has greeted. */
  readonly streams: readonly string[];
  /** How many pieces of what the server sent were lost so far. */
  readonly lost: number;
  /**
   * From now on everything is lost, both ways, without a word: streams stay open and stay dead. Other connections are
   * ended; a browser does that itself when its machine falls asleep, but not when its processes are only stopped.
   */
  goDead(): void;
  /** New connections pass again. Streams that were open when it went dead, and what was opened since, never will. */
  heal(): void;
  stop(): Promise<void>;
}

/** Starts a road to a server of 127.0.0.1 on a free port. */
export async function startRoad(targetUrl: string): Promise<Road> {
  const connections = new Set<{ goDead(): void; end(): void }>();
  const streams: string[] = [];
  let dead = false;
  let lost = 0;

  const server = createServer((client: Socket) => {
    const target = connect(Number(new URL(targetUrl).port), '127.0.0.1');
    let losing = dead;
    let isStream = false;
    let asked: string | undefined;
    const end = () => {
      connections.delete(connection);
      client.destroy();
      target.destroy();
    };
    const connection = {
      end,
      goDead() {
        if (isStream) losing = true;
        else end();
      },
    };
    connections.add(connection);
    client.on('data', (chunk) => {
      if (losing) return;
      asked = STREAM_ASKED.exec(chunk.toString('latin1'))?.[1];
      isStream = asked !== undefined;
      target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (losing) return void (lost += 1);
      if (asked && chunk.includes(STREAM_STANDS)) {
        streams.push(asked);
        asked = undefined;
      }
      client.write(chunk);
    });
    client.on('error', end);
    client.on('close', end);
    // That the server hung up is lost as well.
    target.on('error', () => losing || end());
    target.on('close', () => losing || end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    streams,
    get lost() {
      return lost;
    },
    goDead() {
      dead = true;
      for (const connection of [...connections]) connection.goDead();
    },
    heal() {
      dead = false;
    },
    stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { end } of [...connections]) end();
      return closed;
    },
  };
}
