import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const report = z.union([
  z.object({ url: z.string(), port: z.number(), pid: z.number(), adopted: z.boolean(), notes: z.array(z.string()) }),
  z.object({ error: z.string() }),
]);

/** A process of its own that started the database, and what it said. */
export interface Holder {
  child: ChildProcess;
  said: z.infer<typeof report>;
}

/** Starts the database on `dataDir` from a process of its own, as another account if `uid` is given. */
export async function hold(dataDir: string, account?: { uid: number; gid: number }): Promise<Holder> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./hold.ts', import.meta.url)), dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: '/tmp' },
    ...account,
  });
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The holding process ended without a word.'))),
  ]) as [string];
  return { child, said: report.parse(JSON.parse(line)) };
}

/** Ends a holder with `signal` and waits until it is gone. */
export async function end({ child }: Holder, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
