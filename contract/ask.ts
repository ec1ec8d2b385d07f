import type { Answer } from './sample';

const TIMEOUT_MS = 10_000;

/** What to send beside the address. */
export interface AskInput {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * One request, no redirect followed. Never rejects: without an answer the status is 0, and `failure` says why. Of one
 * that does not end, such as a stream that should have been refused, status and headers are given.
 */
export async function ask(url: string, input: AskInput = {}): Promise<Answer & { readonly cookies: readonly string[] }> {
  let response: Response | undefined;
  let text = '';
  let failure: string | null = null;
  try {
    response = await fetch(url, { ...input, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    text = await response.text();
  } catch (error) {
    failure = failureOf(error);
  }
  const headers = Object.fromEntries(response?.headers ?? []);
  return { status: response?.status ?? 0, headers, text, at: Date.now(), failure, cookies: response?.headers.getSetCookie() ?? [] };
}

/** Why a request failed, in few words. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
