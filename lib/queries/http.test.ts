import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { request } from './http';
import { fakeAbortTimeouts } from './testing';

const anything = z.unknown();

describe('a request', () => {
  beforeEach(() => {
    fakeAbortTimeouts();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const silence = (_path: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

  it('on a connection that died without a word fails in the end, and says so', async () => {
    const asked = expect(request('/api/x', anything, { fetch: silence })).rejects.toMatchObject({ code: 'timeout', status: 0 });
    await vi.advanceTimersByTimeAsync(30_000);
    await asked;
  });

  it('that may take only so long is given up then', async () => {
    const failed = vi.fn();
    request('/api/x', anything, { fetch: silence, timeoutMs: 5_000 }).catch(failed);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(failed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'timeout' }));
  });

  it('that was given up is no failure of the server', async () => {
    const own = new AbortController();
    const asked = expect(request('/api/x', anything, { fetch: silence, signal: own.signal })).rejects.not.toMatchObject({ name: 'RequestError' });
    own.abort();
    await asked;
  });

  it('refused for an older version bears what is there now', async () => {
    const fetch = async () => Response.json({ error: { code: 'stale_version', message: 'Somebody was faster.' }, current: { id: 'i1' } }, { status: 409 });
    await expect(request('/api/x', anything, { fetch })).rejects.toMatchObject({ status: 409, code: 'stale_version', current: { id: 'i1' } });
  });
});
