import { assertNever } from '@/lib/core/assert-never';
import type { MachineState } from '@/lib/client/connection-machine';

/** What a new state is worth telling the log: attempts by their number, success, the change to polling, the end. Null for what is no news. */
export function stateWords(before: MachineState | null, state: MachineState, reason: string | null): string | null {
  const why = reason ? `: ${reason}` : '';
  switch (state.name) {
    case 'connecting':
      return before?.name === 'live' ? `attempt 1, for the stream was lost${why}` : `attempt ${state.failures + 1}`;
    case 'live':
      if (before?.name !== 'live') return connected(before);
      return before.deaf === state.deaf ? null : state.deaf ? 'the server cannot read its event log, polling beside the stream' : 'the server reads its event log again';
    case 'backoff':
      return `attempt ${state.failures} failed${why}`;
    case 'polling':
      // Polling goes on over many attempts; that it began is told once.
      if (before?.name !== 'polling') return `falling back to polling after ${state.failures} failed attempts${why}`;
      if (state.until === null) return before.until === null ? null : `attempt ${state.failures + 1}`;
      return state.failures > before.failures ? `attempt ${state.failures} failed${why}` : null;
    case 'offline':
      return 'no network';
    case 'stopped':
      return state.why === 'ended' ? 'closed' : `closed: ${state.why.replaceAll('_', ' ')}`;
    case 'idle':
      return null;
    default:
      return assertNever(state);
  }
}

function connected(before: MachineState | null): string {
  const failures = before && 'failures' in before ? before.failures : 0;
  return `connected at attempt ${failures + 1}`;
}
