import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';

/** What {@link runCommand} takes. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** What it prints is added to this file. */
  readonly logFile: string;
}

const KILL_AFTER_MS = 10_000;

/**
 * Runs a command and gives whether it succeeded. After `timeoutMs` it and everything it started is ended, and a line in its log says so.
 * A stop signal to us is passed on and ends the run.
 */
export function runCommand({ command, args, cwd, env, timeoutMs, logFile }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const log = openSync(logFile, 'a');
    // A group of its own, so that what it started can be ended with it.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log], detached: true });
    const signalGroup = (signal: NodeJS.Signals) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    };
    const limit = setTimeout(() => {
      writeSync(log, `\nThis took longer than ${Math.round(timeoutMs / 60_000)} minutes and is ended.\n`);
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
      closeSync(log);
      resolve(succeeded);
    };
    child.once('error', (error) => {
      writeSync(log, `${command} cannot be run: ${error.message}\n`);
      finish(false);
    });
    child.once('exit', (code) => finish(code === 0));
  });
}
