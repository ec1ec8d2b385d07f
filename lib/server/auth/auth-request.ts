import 'server-only';
import { NextRequest } from 'next/server';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { safePath } from '@/lib/core/safe-path';
import { AppError } from '../errors';
import { readText } from '../http/read-json';

/** What the sign-in form and the sign-out send is far below this. */
const MAX_BYTES = 8 * 1_024;

/** What is used of next-auth's routes, as `<method> <path>`. Everything else it offers does not exist here. */
const OFFERED: ReadonlySet<string> = new Set([
  'GET csrf', 'GET session', 'GET providers', 'GET signin', 'GET signout', 'GET error',
  'POST callback/credentials', 'POST signout',
]);

const fieldsSchema = z.record(z.string(), z.string());

/**
 * A request as next-auth may have it: to something that is offered, with a small body, and with callback addresses
 * that are paths of this site.
 * @throws AppError not_found, malformed, too_large (413, found out while reading)
 */
export async function authRequest(request: NextRequest, action: readonly string[]): Promise<NextRequest> {
  if (!OFFERED.has(`${request.method} ${action.join('/')}`)) throw new AppError('not_found', 'There is nothing at this address.');
  const url = new URL(request.url);
  makeSafe(url.searchParams, url.origin);
  const headers = new Headers(request.headers);
  if (request.method === 'GET') return new NextRequest(url, { headers });
  const form = await readForm(request);
  makeSafe(form, url.origin);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.delete('content-length');
  return new NextRequest(url, { method: 'POST', headers, body: form.toString() });
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const text = await readText(request, MAX_BYTES);
  if (!request.headers.get('content-type')?.startsWith('application/json')) return new URLSearchParams(text);
  const fields = fieldsSchema.safeParse(parseJson(text));
  if (!fields.success) throw new AppError('malformed', 'Send the fields of the form, each with a text.');
  return new URLSearchParams(fields.data);
}

function makeSafe(fields: URLSearchParams, origin: string): void {
  if (fields.has('callbackUrl')) fields.set('callbackUrl', safePath(fields.get('callbackUrl'), origin));
}
