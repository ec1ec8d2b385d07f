import { expect, test } from 'vitest';
import { initialState, step, type MachineEvent, type MachineState } from '@/lib/client/connection-machine';
import { stateWords } from './connection-log';

/** What the log says over some events, as the page hears the states. */
function told(events: readonly MachineEvent[]): string[] {
  let state: MachineState = initialState;
  let heard: MachineState | null = null;
  let now = 1_000_000;
  return events.flatMap((event) => {
    const next = step(state, event, { now: (now += 20_000), random: 0.5 }).state;
    if (next === state) return [];
    const words = stateWords(heard, next, event.type === 'failed' ? 'The stream ended.' : null);
    heard = state = next;
    return words ?? [];
  });
}

const failed = { type: 'failed', retryAfterMs: 0 } as const;

test('the log tells each attempt by its number, the fallback to polling once, success and the end', () => {
  const events: MachineEvent[] = [
    { type: 'start' }, failed, { type: 'timer' }, failed, { type: 'timer' }, failed,
    { type: 'answered' }, { type: 'timer' }, failed, { type: 'timer' }, { type: 'connected' },
    { type: 'rotate' }, { type: 'connected' }, failed, { type: 'connected' }, { type: 'stop' },
  ];
  expect(told(events)).toEqual([
    'attempt 1', 'attempt 1 failed: The stream ended.', 'attempt 2', 'attempt 2 failed: The stream ended.', 'attempt 3',
    'falling back to polling after 3 failed attempts: The stream ended.',
    'attempt 4', 'attempt 4 failed: The stream ended.', 'attempt 5', 'connected at attempt 5',
    'attempt 1, for the stream was lost: The stream ended.', 'connected at attempt 1', 'closed',
  ]);
});

test('the log tells when the server cannot read its event log, and when it can again', () => {
  const lost = { type: 'upstream', state: 'lost' } as const;
  expect(told([{ type: 'start' }, { type: 'connected' }, lost, lost, { type: 'upstream', state: 'ok' }]).slice(2)).toEqual([
    'the server cannot read its event log, polling beside the stream',
    'the server reads its event log again',
  ]);
});
