/** Times in milliseconds. */
interface Spacing {
  /** Each time is drawn from so long a span, so that a thousand pages do not act at once. */
  readonly withinMs: number;
  /** From one time to the next at least. */
  readonly apartMs: number;
}

/** What is asked for often and done seldom. */
export interface Spaced {
  /** Has it done once after this; more asking meanwhile adds nothing. */
  ask(): void;
  stop(): void;
}

/** Does something soon after it was asked for, spread over a while and not too often. */
export function spaced(act: () => void, { withinMs, apartMs }: Spacing): Spaced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = -Infinity;
  return {
    ask() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          lastAt = Date.now();
          act();
        },
        Math.max(0, lastAt + apartMs - Date.now()) + Math.random() * withinMs,
      );
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
