import { PlainError } from '../plain-error';
import { type NodeChild, startNodeChild } from '../process/node-child';
import type { Part } from '../process/part';
import { waitUntil } from '../process/wait-until';
import { nextCommand } from './build';

const READY_MS = 120_000;
/** The server drains its open streams first; it ends by itself well within this. */
const STOP_MS = 15_000;

/** What {@link startWebPart} takes. */
export interface WebInput {
  projectDir: string;
  /** Address to listen on, such as `0.0.0.0`. */
  host: string;
  port: number;
  /** `next dev` instead of the build. */
  dev: boolean;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Hears what a person should see: errors, and everything in development. */
  onNotice: (line: string) => void;
}

/** The web server as a part that can be started again on the same address. */
export interface WebPart extends Part {
  /** Address on this machine. */
  url: string;
  pid(): number;
  /** Ends it without warning, as a crash would; for tests. */
  kill(): Promise<void>;
}

/** Starts the web server and waits until it answers. Throws a {@link PlainError} when it ends before that. */
export async function startWebPart(input: WebInput): Promise<WebPart> {
  const url = `http://${input.host === '0.0.0.0' || input.host === '::' ? '127.0.0.1' : input.host}:${input.port}`;
  let current = await launch(input, url);
  return {
    name: 'the web server',
    logFile: input.logFile,
    url,
    pid: () => current.pid,
    exited: () => current.exited,
    async start() {
      if (!current.hasExited()) return;
      current = await launch(input, url);
    },
    stop: () => current.stop(STOP_MS),
    async kill() {
      current.kill('SIGKILL');
      await current.exited;
    },
  };
}

async function launch({ projectDir, host, port, dev, env, logFile, onNotice }: WebInput, url: string): Promise<NodeChild> {
  const child = startNodeChild({
    args: [nextCommand(), dev ? 'dev' : 'start', '-H', host, '-p', String(port)],
    cwd: projectDir,
    // Where it reaches itself, to look at its own pages.
    // Names are looked up in libuv's pool of threads; four would let two that hang hold up all others.
    env: { UV_THREADPOOL_SIZE: '16', ...env, WATCHROOM_OWN_ORIGIN: url },
    logFile,
    onLine: (line, from) => {
      if (dev || (from === 'stderr' && isForPeople(line))) onNotice(line);
    },
  });
  const answer = await waitUntil(() => child.hasExited() ? 'ended' : answers(url), { timeoutMs: READY_MS, everyMs: 100 });
  if (answer === 'answers' && !child.hasExited()) return child;
  await child.stop(0);
  const words = child.lastLines().findLast(isForPeople) ?? 'it did not answer within two minutes';
  throw new PlainError(`The web server did not start: ${words.replace(/\.?$/, '.')} Its log is ${logFile}.`);
}

async function answers(url: string): Promise<'answers' | undefined> {
  try {
    const response = await fetch(`${url}/api/health`, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    await response.body?.cancel();
    return 'answers';
  } catch {
    return undefined;
  }
}

/** Stack lines, warnings and blank lines stay in the log. */
function isForPeople(line: string): boolean {
  return line.trim() !== '' && !/^\s/.test(line) && !/^\s*(⚠|at |\(node:|\(Use `node)/.test(line);
}
