import { PlainError } from '../plain-error';
import { codeOf, isAlive } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { isPostmaster } from './running-server';

const STOP_MS = 60_000;

/**
 * Ends the server of `cluster` with SIGINT ("fast": open sessions end, everything is written) and waits
 * until it is gone. Never SIGKILL: that would leave its backends behind.
 * Throws a {@link PlainError} when it is still there after a minute.
 */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  if (!isPostmaster(pid, cluster)) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
  const gone = await waitUntil(() => !isAlive(pid), { timeoutMs: STOP_MS });
  if (!gone) throw new PlainError(`The database (process ${pid}) has not stopped within a minute. It goes on stopping by itself; its next start waits for it.`);
}
