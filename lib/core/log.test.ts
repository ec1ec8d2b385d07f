import { afterEach, describe, expect, it, vi } from 'vitest';
import { logError, logInfo } from './log';

afterEach(() => vi.restoreAllMocks());

describe('a line of the log (S2)', () => {
  it('is one line, although an error has many', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    logError('A request failed', new Error('no\nsuch\u001b[2Jthing', { cause: new TypeError('below') }));
    expect(error).toHaveBeenCalledTimes(1);
    const [line, ...more] = error.mock.calls[0] as string[];
    expect(more).toEqual([]);
    expect(line).toMatch(/^A request failed: Error: no such \[2Jthing \(at .+\) ← TypeError: below/);
    expect(line).not.toMatch(/[\n\r\u001b]/);
  });

  it('is bounded', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    logInfo('x'.repeat(1_000_000));
    expect(String(info.mock.calls[0]?.[0]).length).toBe(1_000);
  });
});
