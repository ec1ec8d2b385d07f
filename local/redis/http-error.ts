import { EngineUnreachableError, ReplyError } from './reply';

/** A request that is refused before any command runs. `message` becomes the `error` of the JSON answer. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Maps whatever went wrong to a status and the text for the client. A store that is away is 503: the client library
 * raises a status at once, whereas it would repeat a dropped connection, and with it the write, for seconds.
 */
export function answerFor(error: unknown): { status: number; message: string; unexpected: boolean } {
  if (error instanceof HttpError) return { status: error.status, message: error.message, unexpected: false };
  if (error instanceof ReplyError) return { status: 400, message: error.message, unexpected: false };
  if (error instanceof EngineUnreachableError) return { status: 503, message: `ERR ${error.message}`, unexpected: false };
  return { status: 500, message: 'ERR internal error', unexpected: true };
}
