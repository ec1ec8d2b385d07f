import { ERROR_STATUS, type ErrorBody, type ErrorCode } from './errors';

/** Extras of a refusal. `retryAfterSeconds` becomes `Retry-After`; `fields` are added beside `error`. */
export interface RefusalExtras {
  readonly details?: unknown;
  readonly retryAfterSeconds?: number;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** An error answer: the code's status and `{error: {code, message, details?}}`. `message` is for a person. */
export function refusal(code: ErrorCode, message: string, extras: RefusalExtras = {}): Response {
  const body: ErrorBody = { error: { code, message, ...(extras.details === undefined ? {} : { details: extras.details }) } };
  return Response.json(
    { ...body, ...extras.fields },
    {
      status: ERROR_STATUS[code],
      headers: {
        'cache-control': 'no-store',
        ...(extras.retryAfterSeconds ? { 'retry-after': String(extras.retryAfterSeconds) } : {}),
      },
    },
  );
}
