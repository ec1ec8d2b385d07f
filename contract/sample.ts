/** An answer as it came. `headers` by their names in small letters; `at`: when it had come, milliseconds since the epoch. */
export interface Answer {
  /** 0 when none came; `failure` says why. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly at: number;
  readonly failure: string | null;
}

/** A piece of the stream. `atMs`: milliseconds since the stream was asked for. */
export interface Chunk {
  readonly atMs: number;
  readonly text: string;
}

/** The stream, listened to for `seconds` from its first piece. */
export interface StreamSample {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: readonly Chunk[];
  readonly seconds: number;
  /** How it ended before its time, in words; null when it was still open. */
  readonly endedEarly: string | null;
}

/** All that was seen of an instance: plain data, so that whatever a check says can be said again from it. */
export interface Sample {
  readonly rest: Answer;
  readonly restAnonymous: Answer;
  readonly restForeign: Answer;
  readonly restPost: Answer;
  readonly streamAnonymous: Answer;
  readonly streamForeign: Answer;
  readonly history: Answer;
  readonly schema: Answer;
  readonly stream: StreamSample;
  /** REST, asked again and again while the stream was listened to. */
  readonly polls: readonly Answer[];
}
