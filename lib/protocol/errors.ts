import { z } from 'zod';

/** Every code an error answer may bear, with its HTTP status. Outside programs rely on both. */
export const ERROR_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  conflict: 409,
  stale_version: 409,
  room_paused: 409,
  room_ended: 409,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  not_allowed_now: 422,
  too_many_requests: 429,
  too_many_connections: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** `{error: {code, message, details?}}`: the body of every refusal. `message` is a sentence for a person. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.unknown().optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** One field that did not fit, and why. `path` is dotted. */
export const fieldProblemSchema = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;
