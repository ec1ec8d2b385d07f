/** One running piece of Watchroom that can end by itself and be started again. */
export interface Part {
  /** Its name in sentences: "the database". */
  name: string;
  /** The file to look into when it fails. */
  logFile: string;
  /** Settles with a few words on how the present process ended. */
  exited(): Promise<string>;
  /** Starts it anew after it ended, reachable as before. */
  start(): Promise<void>;
  /** Ends it in order; settles when it is gone. */
  stop(): Promise<void>;
}
