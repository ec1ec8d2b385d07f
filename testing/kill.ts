import { codeOf, isAlive } from '@/local/process/process-table';
import { eventually } from './eventually';

/** Ends one process as a crash would (SIGKILL) and waits until it is gone. */
export async function killHard(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
  await eventually(`process ${pid} to be gone`, () => !isAlive(pid));
}
