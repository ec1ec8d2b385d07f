import { describe, expect, it } from 'vitest';
import { useConnection, type ConnectionState } from '@/stores/connection';
import { afterPoll, afterState } from './connection-status';

const begin = (patch: Partial<ConnectionState>): ConnectionState => ({ ...useConnection.getState(), ...patch });
const polling = { name: 'polling', failures: 3, until: null, notBefore: 0 } as const;

describe('what the connection is called', () => {
  it('is polling only once a poll has brought an answer', () => {
    const lost = begin({ status: 'reconnecting', since: 1_000 });
    const trying = { ...lost, ...afterState(lost, polling, null, 5_000) };
    expect(trying).toMatchObject({ status: 'reconnecting', since: 1_000 });
    expect({ ...trying, ...afterPoll(trying, true, 6_000) }).toMatchObject({ status: 'polling', since: 6_000, lastPolledAt: 6_000 });
  });

  it('tells the length of an outage from its beginning, however often it was tried since', () => {
    let state = begin({ status: 'polling', since: 1_000 });
    state = { ...state, ...afterPoll(state, false, 7_000) };
    expect(state).toMatchObject({ status: 'reconnecting', since: 7_000 });
    for (const now of [9_000, 20_000, 40_000]) {
      state = { ...state, ...afterState(state, polling, null, now), };
      state = { ...state, ...afterPoll(state, false, now) };
    }
    expect(state).toMatchObject({ status: 'reconnecting', since: 7_000 });
  });

  it('stays connected when a poll beside a deaf stream fails or succeeds', () => {
    const live = begin({ status: 'connected', since: 1_000 });
    expect({ ...live, ...afterPoll(live, false, 2_000) }).toMatchObject({ status: 'connected', since: 1_000 });
    expect({ ...live, ...afterPoll(live, true, 2_000) }).toMatchObject({ status: 'connected', since: 1_000, lastPolledAt: 2_000 });
  });
});
