import { spawn } from 'node:child_process';

/** What {@link runCommand} takes. */
export interface Command {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
}

const KILL_AFTER_MS = 10_000;

/**
 * Runs a command with its output on ours and gives whether it succeeded. After `timeoutMs` it and everything it
 * started is ended, and a line says so. A stop signal to us is passed on and ends the run.
 */
export function runCommand({ command, args, cwd, env, timeoutMs }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    // A group of its own, so that what it started can be ended with it.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const signalGroup = (signal: NodeJS.Signals) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    };
    const limit = setTimeout(() => {
      console.error(`This took longer than ${Math.round(timeoutMs / 60_000)} minutes and is ended.`);
      signalGroup('SIGTERM');
      setTimeout(() => signalGroup('SIGKILL'), KILL_AFTER_MS).unref();
    }, timeoutMs);
    const onSignal = (signal: NodeJS.Signals) => {
      signalGroup(signal);
      process.exit(130);
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const finish = (succeeded: boolean) => {
      clearTimeout(limit);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      resolve(succeeded);
    };
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}`);
      finish(false);
    });
    child.once('exit', (code) => finish(code === 0));
  });
}
