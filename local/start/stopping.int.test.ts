import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../process/free-port';
import { isAlive, processesIn } from '../process/process-table';
import { waitUntil } from '../process/wait-until';
import { dataFolder } from '../postgres/testing/data-folder';
import { startCommand, unfinishedBuild } from './testing/start-command';

describe('a start that is ended before the board is open', () => {
  let folder: ReturnType<typeof dataFolder>;
  let dataDir: string;
  let cluster: string;
  beforeEach(() => {
    folder = dataFolder();
    dataDir = dirname(folder.dir);
    cluster = join(folder.dir, 'cluster');
  });
  afterEach(() => {
    folder.remove();
    // A start that got as far as building when the signal came leaves an unfinished build.
    rmSync(unfinishedBuild, { recursive: true, force: true });
  });

  const begin = async () => startCommand({ PORT: String(await freePort()), WATCHROOM_DATA: dataDir });
  const serverPid = () => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends everything it began on %s, with code 0', async (signal) => {
    const command = await begin();
    await command.says(/✓ bringing the tables up to date/);
    const pid = serverPid();
    command.child.kill(signal);
    const { code, output } = await command.ended;
    expect([code, output]).toEqual([0, expect.stringMatching(/Stopping …[\s\S]*Stopped\./)]);
    expect(isAlive(pid)).toBe(false);
    expect(readFileSync(join(dataDir, 'postgres/postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('ends everything when npm gets %s, although its shell does not pass that on', async (signal) => {
    const command = startCommand({ PORT: String(await freePort()), WATCHROOM_DATA: dataDir }, { npm: true });
    await command.says(/✓ bringing the tables up to date/);
    const pid = serverPid();
    command.child.kill(signal);
    const { output } = await command.ended;
    expect(output).toMatch(/Stopping …[\s\S]*Stopped\./);
    expect(isAlive(pid)).toBe(false);
  });

  it('leaves only the database when it is killed outright, and the next start takes that over', async () => {
    const first = await begin();
    await first.says(/✓ starting Redis/);
    const pid = serverPid();
    const redisPort = readFileSync(join(dataDir, 'redis/port'), 'utf8').trim();
    first.child.kill('SIGKILL');
    await first.ended;
    const silent = await waitUntil(() => fetch(`http://127.0.0.1:${redisPort}`).then(() => false, () => true), { timeoutMs: 10_000 });
    expect(silent).toBe(true);
    expect(isAlive(pid)).toBe(true);

    const second = await begin();
    await second.says(/✓ starting Redis/);
    expect(serverPid()).toBe(pid);
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    expect(processesIn(cluster)).toEqual([]);
  });
});
