import 'server-only';
import { logError } from '@/lib/core/log';
import { refusal } from '@/lib/protocol/refusal';
import { isDatabaseUnavailable } from '../db/is-unavailable';
import { isUniqueViolation } from '../db/is-unique-violation';
import { AppError, databaseDown } from '../errors';

/** Turns whatever a service threw into an answer. What was not foreseen is logged here and told without detail. */
export function answerError(error: unknown): Response {
  if (error instanceof AppError) return refusal(error.code, error.message, error.extras);
  if (isDatabaseUnavailable(error)) return answerError(databaseDown(error));
  // Of a kind that nobody told more about: two who save the same at once.
  if (isUniqueViolation(error)) return refusal('conflict', 'Somebody else saved the same at the same moment. Look at what is there now and try again.');
  logError('A request failed', error);
  return refusal('internal', 'Something went wrong on the server. It has been logged; try again.');
}
