/** What the browser tells about this page's place in the world. */
export interface PageSignals {
  /** Focus, shown again, back from the history, network back. */
  onWake(): void;
  onOffline(): void;
}

/** Listens until the returned function is called. */
export function listenToPage(signals: PageSignals): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const wake = () => signals.onWake();
  window.addEventListener('online', wake, { signal });
  window.addEventListener('focus', wake, { signal });
  window.addEventListener('pageshow', wake, { signal });
  window.addEventListener('offline', () => signals.onOffline(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), { signal });
  return () => stop.abort();
}
