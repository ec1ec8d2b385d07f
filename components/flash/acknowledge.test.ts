import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFlash, type BarFlash } from '@/stores/flash';
import { acknowledge, retryAck, useAcks } from './acknowledge';

const receipt = { deliveredAt: null, displayedAt: null, ackedAt: null };
const stored = { id: 'f1', receipt } as BarFlash;

const answer = {
  receipt: {
    flashId: 'f1',
    userId: 'u1',
    userName: 'Dispatcher',
    role: 'dispatcher',
    deliveredAt: '2026-11-20T14:00:00.000Z',
    displayedAt: '2026-11-20T14:00:01.000Z',
    ackedAt: '2026-11-20T14:00:05.000Z',
    note: null,
    latencyMs: 40,
  },
};

const fetchMock = vi.fn<typeof fetch>();
const trouble = () => useAcks.getState().trouble['f1'];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetchMock);
  fetchMock.mockReset();
  useFlash.setState({ byId: { f1: stored }, hydrated: true });
  useAcks.setState({ trouble: {} });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('acknowledging', () => {
  it('shows at once and takes the times of the server when they come', async () => {
    fetchMock.mockResolvedValue(Response.json(answer));
    const done = acknowledge('f1');
    expect(useFlash.getState().byId['f1']?.receipt?.ackedAt).toBeTruthy();
    await done;
    expect(useFlash.getState().byId['f1']?.receipt?.deliveredAt).toBe(answer.receipt.deliveredAt);
    expect(trouble()).toBeUndefined();
  });

  it('says that it did not get through, and goes on trying', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue(Response.json(answer));
    const done = acknowledge('f1');
    await vi.advanceTimersByTimeAsync(0);
    expect(trouble()?.retryAt).toBeTypeOf('number');
    await vi.advanceTimersByTimeAsync(20_000);
    await done;
    expect(fetchMock).toHaveBeenCalledTimes(2);
    expect(trouble()).toBeUndefined();
  });

  it('tries again at once when asked', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('offline')).mockResolvedValue(Response.json(answer));
    const done = acknowledge('f1');
    await vi.advanceTimersByTimeAsync(0);
    retryAck('f1');
    await done;
    expect(fetchMock).toHaveBeenCalledTimes(2);
  });

  it('sends one request however often it is pressed', async () => {
    fetchMock.mockResolvedValue(Response.json(answer));
    await Promise.all([acknowledge('f1'), acknowledge('f1')]);
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('says for good when the server refuses', async () => {
    fetchMock.mockResolvedValue(Response.json({ error: { code: 'forbidden', message: 'Not yours.' } }, { status: 403 }));
    await acknowledge('f1');
    expect(trouble()).toEqual({ message: 'Not yours.', retryAt: null });
  });
});
