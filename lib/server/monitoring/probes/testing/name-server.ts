import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Record types (RFC 1035 section 3.2.2, RFC 3596). */
export const TYPES = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 } as const;

/** What is answered to a name and type: the records' data; a code for a refusal (3: no such name); null: nothing at all. */
export type Records = (name: string, type: number) => readonly Buffer[] | number | null;

/** A name server (RFC 1035) on 127.0.0.1 for the tests of one file. */
export interface NameServer {
  /** As `Resolver.setServers` takes it. */
  readonly address: string;
  records: Records;
  close(): Promise<void>;
}

export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const server: NameServer = {
    address: `127.0.0.1:${socket.address().port}`,
    records: () => 3,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
  socket.on('message', (query, from) => {
    const { name, end } = readName(query, 12);
    const type = query.readUInt16BE(end);
    const found = server.records(name, type);
    if (found === null) return;
    const records = typeof found === 'number' ? [] : found;
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | (typeof found === 'number' ? found : 0), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([header, query.subarray(12, end + 4), ...records.map((data) => record(type, data))]), from.port, from.address);
  });
  return server;
}

/** A name as records hold it. */
export function labels(name: string): Buffer {
  return Buffer.concat([...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])), Buffer.from([0])]);
}

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const parts: string[] = [];
  let at = start;
  for (let size = message.readUInt8(at); size > 0; size = message.readUInt8(at)) {
    parts.push(message.toString('latin1', at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { name: parts.join('.'), end: at + 1 };
}
