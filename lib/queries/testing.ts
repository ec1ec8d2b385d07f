import { vi } from 'vitest';

/** Lets `AbortSignal.timeout` go by the clock of the test, which fake timers leave out. Until `vi.restoreAllMocks()`. */
export function fakeAbortTimeouts(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), ms);
    return controller.signal;
  });
}
