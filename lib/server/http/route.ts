import 'server-only';
import type { NextRequest } from 'next/server';
import { ownValue } from '@/lib/core/own-value';
import { readId } from '@/lib/protocol/id';
import type { Permission } from '@/lib/protocol/permissions';
import { currentUser } from '../auth/current-user';
import { currentViewer } from '../auth/current-viewer';
import { authorise, type Context } from '../context';
import { AppError, notFound } from '../errors';
import { answerError } from './answer-error';
import { clientAddress } from './client-address';
import { demandOwnOrigin } from './own-origin';
import { countRequest, type RateKind } from './rate-limit';
import { readJson } from './read-json';

const DEFAULT_MAX_BYTES = 32 * 1_024;

/** What a route demands before its handler runs. */
interface RouteRules {
  readonly permission: Permission;
  readonly rate: RateKind;
  readonly maxBytes?: number;
  /** Whether it must answer while the database or Redis is down. The caller then has no name. */
  readonly despiteOutages?: boolean;
  /** Whether its handler answers a query with a NUL itself, and not this frame with 400. */
  readonly anyQuery?: boolean;
}

/** What a handler gets. `body` is unparsed JSON for the service's schema; undefined where the method has none. */
interface Call {
  readonly request: NextRequest;
  readonly ctx: Context;
  readonly body: unknown;
  readonly query: URLSearchParams;
  /** An id out of the path. Throws 404 for what cannot be one. */
  param(name: string): string;
  /** A word of the path as it was written, for what is named by people. Throws 404 where there is none. */
  word(name: string): string;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;
type Handler = (call: Call) => Promise<Response>;
type NextHandler = (request: NextRequest, route: { params: Promise<Params> }) => Promise<Response>;

/** A route that reads: session, origin, permission, rate; then the handler. Every failure becomes an answer. */
export function readRoute(rules: RouteRules, handler: Handler): NextHandler {
  return (request, route) => run(request, route.params, rules, handler, false);
}

/** A route that writes: as a read, and the body must be JSON within bounds. */
export function writeRoute(rules: RouteRules, handler: Handler): NextHandler {
  return (request, route) => run(request, route.params, rules, handler, request.method !== 'DELETE');
}

async function run(request: NextRequest, routeParams: Promise<Params>, rules: RouteRules, handler: Handler, hasBody: boolean) {
  try {
    demandOwnOrigin(request.headers);
    const actor = await (rules.despiteOutages ? currentViewer(request) : currentUser(request));
    if (!actor) throw new AppError('unauthenticated', 'You are not signed in. Sign in and try again.');
    const ctx: Context = {
      actor,
      ip: clientAddress(request.headers),
      userAgent: request.headers.get('user-agent'),
    };
    authorise(ctx, rules.permission);
    await countRequest(rules.rate, actor.id);
    const body = hasBody ? await readJson(request, rules.maxBytes ?? DEFAULT_MAX_BYTES) : undefined;
    const params = await routeParams;
    const param = (name: string) => idFrom(ownValue(params, name));
    const word = (name: string) => wordFrom(ownValue(params, name));
    return await handler({ request, ctx, body, query: rules.anyQuery ? request.nextUrl.searchParams : readableQuery(request.nextUrl.searchParams), param, word });
  } catch (error) {
    return answerError(error);
  }
}

/** A query without NUL, which is no character of any text and which a database refuses. Each service's schema says more. */
function readableQuery(query: URLSearchParams): URLSearchParams {
  if ([...query].flat().some((text) => text.includes('\0'))) throw new AppError('malformed', 'The query has characters that cannot be read. Check how the address was written.');
  return query;
}

function idFrom(segment: string | string[] | undefined): string {
  const id = readId(segment);
  if (id === null) throw notFound('What this address names');
  return id;
}

function wordFrom(segment: string | string[] | undefined): string {
  if (typeof segment !== 'string' || segment.includes('\0')) throw notFound('What this address names');
  return segment;
}

/** A JSON answer that no cache keeps. */
export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}
