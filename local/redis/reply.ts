/** What a command answers, in the shapes of RESP2: text, whole number, nothing, or a list of these. */
export type RedisReply = string | number | null | readonly RedisReply[];

/** One command's result inside a pipeline or a transaction, in the form the REST protocol sends it. */
export type Outcome = { readonly result: RedisReply } | { readonly error: string };

/** A command was answered with an error. `message` is Redis's own text, code word first (`ERR …`, `WRONGTYPE …`). */
export class ReplyError extends Error {
  override readonly name = 'ReplyError';
}

/** The store behind the engine gave no answer. Whether a command in flight was applied is not known. */
export class EngineUnreachableError extends Error {
  override readonly name = 'EngineUnreachableError';
}
