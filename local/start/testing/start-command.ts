import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The build folder these starts would use, were they not ended before. */
export const unfinishedBuild = fileURLToPath(new URL('../../../.next-never', import.meta.url));

/** Every setting of the start command, unset: an empty variable also wins over a developer's `.env`. */
const UNSET = {
  PORT: '', HOST: '127.0.0.1', DATABASE_URL: '', UPSTASH_REDIS_REST_URL: '', UPSTASH_REDIS_REST_TOKEN: '', REDIS_URL: '', DEMO: '', DEMO_SIMULATOR: '',
  NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', CRON_SECRET: '', WATCHROOM_DATA: '', WATCHROOM_DIST_DIR: '.next-never', NODE_OPTIONS: '',
};

/** A start command under way. */
export interface StartCommand {
  child: ChildProcess;
  /** Settles with what matched when `pattern` was printed; rejects when the command ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Settles with its end and everything it printed. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
}

/** How the command is run: directly with these arguments of Node and as this account, or by npm. */
export interface HowToStart {
  nodeArgs?: string[];
  account?: { uid?: number; gid?: number };
  npm?: boolean;
}

/** Runs the start command in this checkout with `env` as its only settings. */
export function startCommand(env: Record<string, string>, { nodeArgs = [], account = {}, npm = false }: HowToStart = {}): StartCommand {
  const [command, args] = npm ? ['npm', ['start']] : [process.execPath, [...nodeArgs, 'local/start.mjs']];
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...UNSET, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...account });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, output }));
  return {
    child,
    ended,
    says: (pattern) => new Promise((resolve, reject) => {
      const check = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      listeners.add(check);
      check();
      void ended.then(() => reject(new Error(`The command ended before it said ${pattern}:\n${output}`)));
    }),
  };
}
