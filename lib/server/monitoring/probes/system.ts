import { readFile, statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { failure, type Look, warning, well } from './look';
import { memoryShare } from './memory-share';

/** Parts used, 0 to 1. */
export interface SystemUse {
  readonly disk: number;
  readonly memory: number;
}

/** Looks at the disk that holds Watchroom's data and at the memory. Rejects when the disk cannot be asked. */
export async function probeSystem(config: ConfigOf<'system'>): Promise<Look> {
  const [disk, memory] = await Promise.all([diskUsed(process.env.WATCHROOM_DATA || process.cwd()), memoryUsed()]);
  return judgeSystem(config, { disk, memory });
}

/** What the parts used mean. */
export function judgeSystem({ diskWarn, diskFail, memoryWarn, memoryFail }: ConfigOf<'system'>, use: SystemUse): Look {
  const disk = percent(use.disk);
  const memory = percent(use.memory);
  const problems = [
    ...(disk >= diskWarn ? [`The disk is ${Math.floor(disk)} % full.`] : []),
    ...(memory >= memoryWarn ? [`${Math.floor(memory)} % of the memory is used.`] : []),
  ].join(' ');
  if (disk >= diskFail || memory >= memoryFail) return failure(problems);
  return problems === '' ? well(null) : warning(problems, null);
}

/** A tenth of a percent is as fine as it is looked at; binary fractions must not decide a limit. */
function percent(share: number): number {
  return Math.round(share * 1_000) / 10;
}

/** As df counts: blocks kept for root are neither free nor used. */
async function diskUsed(folder: string): Promise<number> {
  const { blocks, bfree, bavail } = await statfs(folder);
  const used = blocks - bfree;
  return used + bavail === 0 ? 0 : used / (used + bavail);
}

async function memoryUsed(): Promise<number> {
  const own = /^0::(\/.*)$/m.exec((await textOf('/proc/self/cgroup')) ?? '')?.[1] ?? '/';
  const group = `/sys/fs/cgroup${own === '/' ? '' : own}`;
  const [meminfo, groupMax, groupCurrent, groupStat] = await Promise.all(
    ['/proc/meminfo', `${group}/memory.max`, `${group}/memory.current`, `${group}/memory.stat`].map(textOf),
  );
  const known = memoryShare({ meminfo: meminfo ?? null, groupMax: groupMax ?? null, groupCurrent: groupCurrent ?? null, groupStat: groupStat ?? null });
  return known ?? 1 - freemem() / totalmem();
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
