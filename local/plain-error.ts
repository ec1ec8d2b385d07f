/**
 * A failure told to a person: the message is whole sentences saying what is wrong and what to do.
 * Commands print it without a stack trace; any other error is a defect and keeps its trace in a log.
 */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The text to show for any thrown value: a plain sentence as it is, anything else by its message only. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
