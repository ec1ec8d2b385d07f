import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { dialTcp, dialTls, reached } from '@/lib/server/monitoring/probes/dial';
import { ProbeError } from '@/lib/server/monitoring/probes/probe-error';

/** Where to ask for a certificate. `ca`: who is trusted instead, as PEM. */
export interface CertificateInput {
  readonly host: string;
  readonly port: number;
  readonly transport: 'tls' | 'starttls';
  readonly ca?: string;
  readonly lookup?: LookupFunction;
}

export interface FoundCertificate {
  /** Milliseconds since the epoch; NaN when it does not say. */
  readonly validTo: number;
  /** Why it is not trusted: an error's code; null when it is. */
  readonly distrust: string | null;
}

/** PostgreSQL's SSLRequest (its manual, "Message Formats"): its length, then a number that stands for the wish. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** Shakes hands and looks at the certificate; sends nothing else. Rejects when there is no TLS to be had. */
export async function readCertificate(input: CertificateInput, signal: AbortSignal): Promise<FoundCertificate> {
  const { host, port, ca, lookup, transport } = input;
  // Let in first, so that what is wrong with the certificate can be told.
  const options = { rejectUnauthorized: false, ...(ca !== undefined && { ca }) };
  const road = { host, port, ...(lookup && { lookup }) };
  const socket = transport === 'tls' ? dialTls(road, options, signal) : await askForTls(road, options, signal);
  try {
    await reached(socket, 'secureConnect');
    const { authorizationError: reason } = socket;
    const distrust = socket.authorized ? null : typeof reason === 'string' ? reason : ((reason as NodeJS.ErrnoException | null)?.code ?? 'UNTRUSTED');
    return { validTo: Date.parse(socket.getPeerCertificate().valid_to), distrust };
  } finally {
    socket.destroy();
  }
}

async function askForTls(road: Parameters<typeof dialTcp>[0], options: object, signal: AbortSignal): Promise<TLSSocket> {
  const plain = dialTcp(road, signal);
  await reached(plain, 'connect');
  const answered = firstBytes(plain);
  plain.write(SSL_REQUEST);
  if ((await answered) !== 'S') {
    plain.destroy();
    throw new ProbeError('The database does not offer TLS.');
  }
  const socket = connectTls({ ...options, socket: plain, servername: isIP(road.host) === 0 ? road.host : '' });
  socket.on('error', () => undefined);
  return socket;
}

/** What the other side says first. Rejects when the connection ends before that. */
function firstBytes(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('data', (answer: Buffer) => resolve(answer.toString('latin1')));
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
}
