import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Redis of the test's own, with an append-only file in a folder of its own. */
export interface RedisProcess {
  readonly port: number;
  readonly url: URL;
  /** Ends it as a crash would. */
  crash(): Promise<void>;
  /** Stops it from answering without closing anything, and lets it go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** True when `redis-server` is on the PATH. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Starts `redis-server`; takes further options as for its command line. Rejects when it does not come up. */
export async function startRedisProcess(...options: string[]): Promise<RedisProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'watchroom-redis-'));
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const start = (): Promise<ChildProcess> => launch(['--port', String(port), '--dir', folder, ...durable, ...options]);
  let child = await start();
  const crash = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });

  return {
    port,
    url: new URL(`redis://127.0.0.1:${port}`),
    crash,
    signal: (name) => void child.kill(name),
    restart: async () => {
      child = await start();
    },
    remove: async () => {
      await crash();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function launch(options: readonly string[]): Promise<ChildProcess> {
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/Ready to accept connections/i.test(output)) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}: ${output}`)));
  });
}
