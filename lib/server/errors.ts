import 'server-only';
import type { z } from 'zod';
import type { ErrorCode, FieldProblem } from '@/lib/protocol/errors';
import type { RefusalExtras } from '@/lib/protocol/refusal';

/** A refusal with a reason for a person. Thrown by services, answered by the route in one place. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extras: RefusalExtras = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** 422: fields that do not fit, each with its sentence. */
export function invalid(error: z.ZodError): AppError {
  const details: FieldProblem[] = error.issues.map((issue) => ({
    path: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''),
    message: issue.message,
  }));
  return new AppError('invalid', 'Some of this cannot be accepted. Nothing was saved.', { details });
}

/** 422: one field that does not fit. */
export function fieldProblem(path: string, message: string): AppError {
  return new AppError('invalid', message, { details: [{ path, message }] });
}

/** 404 in the words of the thing that was looked for. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `${what} does not exist, or is not meant for you.`);
}

/** 503: the database does not answer. */
export function databaseDown(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'The database does not answer, so nothing was saved. Keep what you wrote and try again in a moment.',
    { retryAfterSeconds: 5 },
    { cause },
  );
}
