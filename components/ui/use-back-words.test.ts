import { describe, expect, it } from 'vitest';
import { UNREACHABLE } from '@/lib/queries/http';
import { backWords, isBackSince } from './use-back-words';

describe('what failed because the server could not be reached (A14)', () => {
  it('can be tried again once something was heard from the server after it', () => {
    expect(isBackSince({ status: 'connected', lastByteAt: 1_001 }, 1_000)).toBe(true);
    expect(isBackSince({ status: 'polling', lastByteAt: 1_001 }, 1_000)).toBe(true);
    // The stream may look live for a while after the network is gone.
    expect(isBackSince({ status: 'connected', lastByteAt: 1_000 }, 1_000)).toBe(false);
    expect(isBackSince({ status: 'connected', lastByteAt: null }, 1_000)).toBe(false);
    for (const status of ['reconnecting', 'disconnected'] as const) expect(isBackSince({ status, lastByteAt: 1_001 }, 1_000)).toBe(false);
  });

  it('says so, and keeps the rest of its words', () => {
    expect(backWords(`Not created. ${UNREACHABLE} Your line is kept.`, 'press Enter to send')).toBe('Not created. The connection is back: press Enter to send. Your line is kept.');
    expect(backWords('The title does not fit.', 'try again')).toBe('The title does not fit.');
  });
});
