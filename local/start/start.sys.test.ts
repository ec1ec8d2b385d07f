import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../postgres/testing/data-folder';
import { freePort } from '../process/free-port';
import { isAlive, parentOf, processesIn } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { type StartCommand, startCommand } from './testing/start-command';

const SECOND_START_MS = 15_000;

describe('the start command with a build', () => {
  const folder = dataFolder();
  const dataDir = dirname(folder.dir);
  const cluster = join(folder.dir, 'cluster');
  let port: string;
  let commands: StartCommand[] = [];

  beforeAll(async () => {
    port = String(await freePort());
    // The first start prepares the data, and builds if nobody has yet.
    const command = begin();
    await command.says(/Stop with Ctrl-C/);
    await end(command);
  });
  afterEach(async () => {
    for (const command of commands) await end(command);
    commands = [];
  });
  afterAll(() => folder.remove());

  function begin(): StartCommand {
    const command = startCommand({ PORT: port, WATCHROOM_DATA: dataDir, WATCHROOM_DIST_DIR: process.env.WATCHROOM_DIST_DIR ?? '.next-test' });
    commands.push(command);
    return command;
  }

  async function end(command: StartCommand): Promise<number | null> {
    command.child.kill('SIGTERM');
    return (await command.ended).code;
  }

  const health = () => fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.status, () => 0);
  const childrenOf = (pid: number | undefined) => processesIn(process.cwd()).filter((child) => parentOf(child) === pid);

  it('opens the board within 15 seconds the second time and ends with 0, everything stopped', async () => {
    const since = performance.now();
    const command = begin();
    await command.says(/Stop with Ctrl-C/);
    expect(performance.now() - since).toBeLessThan(SECOND_START_MS);
    expect(await health()).toBe(200);
    const children = childrenOf(command.child.pid);
    expect(children.length).toBeGreaterThanOrEqual(2);
    const databases = children.map((pid) => /(?:^|\0)DATABASE_URL=postgresql:\/\/(\w+):/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1]).filter(Boolean);
    expect(databases).toEqual(['watchroom_app']);
    expect(await end(command)).toBe(0);
    expect([...children, ...processesIn(cluster)].filter(isAlive)).toEqual([]);
  });

  it('brings back the web server, Redis and the database when they are killed', async () => {
    const command = begin();
    await command.says(/Stop with Ctrl-C/);
    const postgres = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    for (const pid of [...childrenOf(command.child.pid), postgres]) process.kill(pid, 'SIGKILL');
    await command.says(/The web server stopped unexpectedly/);
    await command.says(/The Redis server stopped unexpectedly/);
    await command.says(/The database stopped unexpectedly/);
    expect(await waitUntil(async () => (await health()) === 200, { timeoutMs: 30_000, everyMs: 200 })).toBe(true);
  });

  it('starts on the same port and data right after a start that was killed outright', async () => {
    const first = begin();
    await first.says(/Stop with Ctrl-C/);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = begin();
    await second.says(/Stop with Ctrl-C/);
    expect(await health()).toBe(200);
  });
});
