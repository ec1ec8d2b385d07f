/** Tells a person what goes on. */
export interface Progress {
  /** Writes a line of its own. */
  line(text: string): void;
  /** Runs `work` and shows `label` with the elapsed time until it settles; passes its result or error on. */
  step<T>(label: string, work: () => Promise<T>, note?: string): Promise<T>;
}

export function createProgress(options?: { stream?: NodeJS.WriteStream }): Progress;
