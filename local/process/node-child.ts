import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { codeOf, isAlive } from './process-table';
import { openLogFile } from './log-files';
import { waitUntil } from './wait-until';

/** What {@link startNodeChild} takes. */
export interface NodeChildInput {
  /** Arguments of `node`, the script included. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Everything the process prints goes here. */
  logFile: string;
  /** Hears each printed line. */
  onLine?: (line: string, from: 'stdout' | 'stderr') => void;
}

/** A Node process that ends when we do. */
export interface NodeChild {
  pid: number;
  /** Settles with a few words on how it ended. */
  exited: Promise<string>;
  hasExited(): boolean;
  /** The last printed lines, for a sentence about a failure. */
  lastLines(): string[];
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, then SIGKILL to it and what it started after `graceMs`; settles when it is gone. */
  stop(graceMs: number): Promise<void>;
}

const REMEMBERED_LINES = 30;
const preload = new URL('./tied-to-parent.mjs', import.meta.url).href;

/**
 * Starts a Node process tied to ours. It has a session of its own: Ctrl-C in a terminal goes to everybody at
 * once, and the parts must end in order.
 */
export function startNodeChild({ args, cwd, env, logFile, onLine }: NodeChildInput): NodeChild {
  const log = openLogFile(logFile);
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd,
    env: { ...env, WATCHROOM_TIED_TO: String(process.pid) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const last: string[] = [];
  for (const from of ['stdout', 'stderr'] as const) {
    const stream = child[from];
    if (!stream) continue;
    createInterface(stream).on('line', (line) => {
      log.write(line);
      last.push(line);
      if (last.length > REMEMBERED_LINES) last.shift();
      onLine?.(line, from);
    });
  }
  let ended = false;
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // "close" comes after the last printed line, which tells why it ended.
    child.once('close', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  }).then((how) => {
    ended = true;
    log.close();
    return how;
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    exited,
    hasExited: () => ended,
    lastLines: () => [...last],
    kill: (signal) => sendSignal(pid, signal),
    async stop(graceMs) {
      if (ended) return;
      sendSignal(pid, 'SIGTERM');
      if (!(await waitUntil(() => ended || !isAlive(pid), { timeoutMs: graceMs }))) sendSignal(-pid, 'SIGKILL');
      await exited;
    },
  };
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  if (pid === 0) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
