import { describe, expect, it } from 'vitest';
import { staleReason, type TransportState } from './staleness';

const NOW = 1_000_000;
const state = (patch: Partial<TransportState>): TransportState => ({ status: 'connected', since: NOW - 40_000, upstream: 'ok', lastPolledAt: null, ...patch });

describe('staleness', () => {
  it('is none while the stream is live, or the last polls were answered', () => {
    expect(staleReason(state({}), NOW)).toBeNull();
    expect(staleReason(state({ status: 'polling', lastPolledAt: NOW - 9_000 }), NOW)).toBeNull();
    expect(staleReason(state({ upstream: 'lost', lastPolledAt: NOW - 4_000 }), NOW)).toBeNull();
  });

  it('says for how long nothing came, whatever is being tried', () => {
    for (const status of ['reconnecting', 'polling', 'disconnected'] as const) {
      expect(staleReason(state({ status }), NOW)).toBe('no connection for 40 s');
    }
    expect(staleReason(state({ status: 'polling', lastPolledAt: NOW - 20_000 }), NOW)).toBe('no connection for 20 s');
  });

  it('says so when the stream stands but the server hears nothing itself', () => {
    expect(staleReason(state({ upstream: 'lost' }), NOW)).toBe('the server cannot read its event log');
  });

  it('passes over a gap of a moment, and over a page that has only just begun', () => {
    expect(staleReason(state({ status: 'reconnecting', since: NOW - 2_000 }), NOW)).toBeNull();
    expect(staleReason(state({ status: 'reconnecting', since: 0 }), NOW)).toBeNull();
  });
});
