import type { z } from 'zod';
import { errorBodySchema, fieldProblemSchema, type FieldProblem } from '@/lib/protocol/errors';

/** A request that was refused or did not arrive. `message` can be shown to a person as it is. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    /** The stable code of the answer, or `network`, `timeout`, `unreadable`. */
    readonly code: string,
    message: string,
    /** Which fields did not fit, for a form to show beside them. */
    readonly fields: readonly FieldProblem[] = [],
    /** How long the server asks to wait. */
    readonly retryAfterMs: number | null = null,
    /** What the server holds instead, where a newer version was there (409). Whoever asked knows its schema. */
    readonly current: unknown = undefined,
  ) {
    super(message);
  }
}

/** What a request says that did not leave. `useBackWords` takes it back when the connection is back. */
export const UNREACHABLE = 'The server cannot be reached. Nothing was sent; try again when the connection is back.';

const PATIENCE_MS = 20_000;

/** How a request leaves: the browser's own `fetch`, or that of a program that is somebody. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly fetch?: Fetch;
  /** How long the answer may take; 20 s unless told. */
  readonly timeoutMs?: number;
}

/** Asks one of our JSON routes and parses the answer. Throws RequestError for anything else than a good answer. */
export async function request<T>(path: string, schema: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response, body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new RequestError(response.status, 'unreadable', 'The server gave an answer this page does not understand. Reload the page.');
  }
  return parsed.data;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  // A connection can die without a word; without a limit, what was asked on it would never fail.
  const timeout = AbortSignal.timeout(options.timeoutMs ?? PATIENCE_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    return await (options.fetch ?? fetch)(path, {
      method: options.method ?? 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
      ...(options.body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(options.body) }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (timeout.aborted) throw new RequestError(0, 'timeout', 'The server did not answer in time. See whether it was done, then try again.');
    throw new RequestError(0, 'network', UNREACHABLE);
  }
}

function refusal(response: Response, body: unknown): RequestError {
  const retryAfter = Number(response.headers.get('retry-after'));
  const retryAfterMs = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter * 1_000 : null;
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) {
    return new RequestError(response.status, 'unreadable', `The server could not answer (status ${response.status}). Try again.`, [], retryAfterMs);
  }
  const fields = fieldProblemSchema.array().safeParse(parsed.data.error.details);
  const { code, message } = parsed.data.error;
  return new RequestError(response.status, code, message, fields.success ? fields.data : [], retryAfterMs, currentOf(body));
}

function currentOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'current' in body ? body.current : undefined;
}
