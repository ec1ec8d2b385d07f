/**
 * Shares one running call among everybody who asks while it runs. Nothing is kept once it settles.
 * A failure reaches all who waited for that call, and the next caller starts afresh.
 */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
