import { describe, expect, it, vi } from 'vitest';
import { RequestError } from '@/lib/queries/http';
import { untilTaken } from './until-taken';

const network = new RequestError(0, 'network', 'The server cannot be reached.');
const refused = new RequestError(403, 'forbidden', 'Not allowed.');

describe('untilTaken', () => {
  it('tries again after each passing failure and gives the answer', async () => {
    const post = vi.fn().mockRejectedValueOnce(network).mockRejectedValueOnce(network).mockResolvedValue('taken');
    const waits: number[] = [];
    const answer = await untilTaken(post, async (waitMs) => void waits.push(waitMs), () => 0.99);
    expect(answer).toBe('taken');
    expect(waits).toEqual([990, 1_980]);
  });

  it('gives up at once on what the server refuses for good', async () => {
    const post = vi.fn().mockRejectedValue(refused);
    await expect(untilTaken(post, async () => {})).rejects.toBe(refused);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('waits at least as long as the server asks', async () => {
    const busy = new RequestError(429, 'too_many_requests', 'Wait.', [], 4_000);
    const post = vi.fn().mockRejectedValueOnce(busy).mockResolvedValue('taken');
    const pause = vi.fn(async () => {});
    await untilTaken(post, pause, () => 0);
    expect(pause).toHaveBeenCalledWith(4_000, busy);
  });

  it('ends when the pause does', async () => {
    const gone = new Error('gone');
    await expect(untilTaken(() => Promise.reject(network), () => Promise.reject(gone))).rejects.toBe(gone);
  });
});
