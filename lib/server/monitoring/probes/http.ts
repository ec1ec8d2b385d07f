import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type ConfigOf, MAX_ANSWER_BYTES, MAX_REDIRECTS } from '@/lib/protocol/monitor';
import { assertAllowedHost, guardedLookup } from './allowed-address';
import { statusProblem, textProblem, wantsText, type TextProblem } from './http-answer';
import { failure, type Look, well } from './look';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What tests put in the place of this machine's. `ca`: who is trusted, as PEM. */
export interface HttpParts {
  readonly lookup?: LookupFunction;
  readonly ca?: string;
}

interface Asking extends HttpParts {
  readonly method: 'GET' | 'HEAD';
  readonly signal: AbortSignal;
  /** Watchroom's own, which is not checked: it may listen on any address. */
  readonly ownOrigin: string;
}

/**
 * Asks for a page on a fresh connection and looks at its status, and into its text when that matters; only then is it
 * read. Redirects are followed, unless the monitor wants nothing but a redirect. Rejects when there is no answer.
 */
export async function probeHttp(config: ConfigOf<'http'>, signal: AbortSignal, ownOrigin: string, parts: HttpParts = {}): Promise<Look> {
  const startedAt = performance.now();
  const passed = () => performance.now() - startedAt;
  const asking = { ...parts, method: config.method, signal, ownOrigin: new URL(ownOrigin).origin };
  let url = config.url.startsWith('/') ? new URL(asking.ownOrigin + config.url) : new URL(config.url);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const protocol = url.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') return failure(`The answer redirects to ${protocol}, but only http: and https: are followed.`, passed());
    const answer = await ask(url, asking);
    try {
      const location = redirect(answer, config);
      if (location === null) {
        const problem = await answerProblem(answer, config);
        return problem === null ? well(passed()) : failure(problem.message, passed(), problem.reading);
      }
      if (!URL.canParse(location, url)) return failure('The answer redirects to something that is no address.', passed());
      url = new URL(location, url);
    } finally {
      answer.destroy();
    }
  }
  return failure(`Redirects without end: more than ${MAX_REDIRECTS}.`, passed());
}

function ask(url: URL, { method, signal, ownOrigin, lookup = guardedLookup, ca }: Asking): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOwn = url.origin === ownOrigin;
  if (!isOwn) assertAllowedHost(host);
  const options = {
    method,
    host,
    port: url.port,
    path: url.pathname + url.search,
    headers: { 'user-agent': 'Watchroom', accept: '*/*', 'accept-encoding': 'identity' },
    agent: false,
    signal,
    ...(!isOwn && { lookup }),
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps({ ...options, rejectUnauthorized: true, ...(ca !== undefined && { ca }) }) : requestHttp(options);
    request.once('response', (answer) => {
      answer.on('error', () => undefined);
      resolve(answer);
    });
    request.on('error', reject);
    request.end();
  });
}

function redirect({ statusCode = 0, headers }: IncomingMessage, { statusFrom, statusTo }: ConfigOf<'http'>): string | null {
  const wantsRedirect = statusFrom >= 300 && statusTo <= 399;
  return REDIRECTS.has(statusCode) && !wantsRedirect ? (headers.location ?? null) : null;
}

async function answerProblem(answer: IncomingMessage, config: ConfigOf<'http'>): Promise<TextProblem | null> {
  const status = statusProblem(answer.statusCode ?? 0, config);
  if (status !== null) return { message: status, reading: null };
  if (!wantsText(config)) return null;
  const text = await textOf(answer);
  if (text !== null) return textProblem(text, config);
  return { message: `The answer is longer than ${MAX_ANSWER_BYTES / 1_048_576} MB, which is too long to look into.`, reading: null };
}

/** The text of an answer; null when it is too long. */
async function textOf(answer: IncomingMessage): Promise<string | null> {
  if (Number(answer.headers['content-length']) > MAX_ANSWER_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return decoder(answer.headers['content-type']).decode(Buffer.concat(chunks));
}

function decoder(contentType = ''): TextDecoder {
  try {
    return new TextDecoder(/charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
