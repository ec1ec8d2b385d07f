import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

const TIMEOUT_MS = 20_000;

/** What to ask for. `timeoutMs` counts from the first byte sent to the last received. */
export interface RequestInput {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON; text and bytes go out as they are, without a content type. */
  readonly body?: string | Uint8Array | object | undefined;
  /** Sends the body in chunks, so that its length is not told beforehand. */
  readonly chunked?: boolean;
  readonly timeoutMs?: number;
}

/** A whole answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly tookMs: number;
  /** The body as JSON. Throws when it is none. */
  json(): unknown;
}

/**
 * One request on a connection of its own, any header allowed: a kept connection would die with the server that a
 * test kills, and fail the next request instead. Rejects when no whole answer comes.
 */
export function request(url: string, input: RequestInput = {}): Promise<Answer> {
  const { body, method = 'GET', timeoutMs = TIMEOUT_MS } = input;
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  const bytes = body === undefined ? undefined : Buffer.from(isJson ? JSON.stringify(body) : body);
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      ...(isJson ? { 'content-type': 'application/json' } : {}),
      ...(bytes && !input.chunked ? { 'content-length': String(bytes.length) } : {}),
      ...input.headers,
    };
    const outgoing = httpRequest(url, { method, headers, agent: false, signal: AbortSignal.timeout(timeoutMs) }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('error', reject);
      incoming.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const tookMs = performance.now() - startedAt;
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, tookMs, json: () => JSON.parse(text) as unknown });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(bytes);
  });
}
