import { existsSync, readFileSync } from 'node:fs';
import { freePort } from '@/local/process/free-port';
import { startWebPart } from '@/local/start/web-part';
import { builtDistDir, projectDir } from './build-folder';
import { killHard } from './kill';

/** How a process ended: its words and the time from the signal to its end. */
export interface Ending {
  readonly how: string;
  readonly afterMs: number;
}

/** One instance of the built application as a process of its own. */
export interface App {
  /** Address, the same over restarts. */
  readonly url: string;
  pid(): number;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end (SIGTERM) and waits for that. */
  terminate(): Promise<Ending>;
  /** Starts it again after its end; resolves when it answers. */
  start(): Promise<void>;
  /** `kill`, then `start`. */
  restart(): Promise<void>;
  /** Everything it has printed, restarts included. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `next start` on a free port and waits until it answers. Rejects with its last words. */
export async function startApp(env: NodeJS.ProcessEnv, logFile: string): Promise<App> {
  const port = await freePort();
  const web = await startWebPart({
    projectDir,
    host: '127.0.0.1',
    port,
    dev: false,
    env: { ...env, WATCHROOM_DIST_DIR: builtDistDir(), PORT: String(port) },
    logFile,
    onNotice: () => undefined,
  });
  const kill = () => killHard(web.pid()).then(() => web.exited()).then(() => undefined);
  return {
    url: web.url,
    pid: () => web.pid(),
    kill,
    async terminate() {
      const since = performance.now();
      process.kill(web.pid(), 'SIGTERM');
      const how = await web.exited();
      return { how, afterMs: performance.now() - since };
    },
    start: () => web.start(),
    async restart() {
      await kill();
      await web.start();
    },
    output: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    stop: () => web.stop(),
  };
}
