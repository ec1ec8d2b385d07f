/** What the system says of its memory, as texts of /proc and of a control group (cgroup v2); null where it says nothing. */
export interface MemoryTexts {
  readonly meminfo: string | null;
  readonly groupMax: string | null;
  readonly groupCurrent: string | null;
  readonly groupStat: string | null;
}

/** The part of the memory that is used, 0 to 1, of the machine or of what this process may take, whichever is fuller. Null: unknown. */
export function memoryShare({ meminfo, groupMax, groupCurrent, groupStat }: MemoryTexts): number | null {
  const shares = [machineShare(meminfo ?? ''), groupShare(groupMax ?? '', groupCurrent ?? '', groupStat ?? '')].filter((share) => share !== null);
  return shares.length === 0 ? null : Math.max(...shares);
}

/** `MemAvailable` counts what the system would give back; what is merely free says little. */
function machineShare(meminfo: string): number | null {
  const total = field(meminfo, /^MemTotal:\s+(\d+)/m);
  const available = field(meminfo, /^MemAvailable:\s+(\d+)/m);
  return total === null || available === null || total === 0 ? null : 1 - available / total;
}

/** Pages of files that nobody uses now count as used until somebody else wants them. */
function groupShare(max: string, current: string, stat: string): number | null {
  const limit = field(max, /^(\d+)\s*$/);
  const used = field(current, /^(\d+)\s*$/);
  if (limit === null || used === null || limit === 0) return null;
  return Math.max(0, used - (field(stat, /^inactive_file (\d+)/m) ?? 0)) / limit;
}

function field(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
