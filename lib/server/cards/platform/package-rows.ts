import { cutText } from '@/lib/core/cut-text';
import type { Direct, Outdated } from './npm-output';

/** A direct dependency as it is shown; null: not known. */
export interface PackageRow {
  readonly name: string;
  readonly use: 'running' | 'developing';
  readonly installed: string | null;
  readonly wanted: string | null;
  readonly newest: string | null;
  /** How far the installed version is behind the newest: 3 for a major step, 0 for none or unknown. */
  readonly behind: 0 | 1 | 2 | 3;
}

const VERSION_LENGTH = 60;

/** All direct dependencies, those furthest behind first. `outdated` null: newest versions are not known. */
export function packageRows(direct: readonly Direct[], installed: ReadonlyMap<string, string>, outdated: ReadonlyMap<string, Outdated> | null): PackageRow[] {
  return direct
    .map(({ name, spec, isDevelopment }): PackageRow => {
      const own = installed.get(name) ?? null;
      const entry = outdated?.get(name);
      // What npm does not list is up to date, unless it never asked: folders and repositories have no newest version.
      const same = outdated !== null && isFromRegistry(spec) ? own : null;
      const newest = entry ? entry.latest : same;
      return { name: cutText(name, 130), use: isDevelopment ? 'developing' : 'running', installed: short(own), wanted: short(entry ? entry.wanted : same), newest: short(newest), behind: stepsBehind(own, newest) };
    })
    .sort((a, b) => b.behind - a.behind || Number(a.use === 'developing') - Number(b.use === 'developing') || a.name.localeCompare(b.name));
}

function short(version: string | null): string | null {
  return version === null ? null : cutText(version, VERSION_LENGTH);
}

function isFromRegistry(spec: string): boolean {
  return spec.startsWith('npm:') || !/[:/]/.test(spec);
}

/** By the first number that differs; a pre-release is a small step from its release. */
function stepsBehind(own: string | null, newest: string | null): 0 | 1 | 2 | 3 {
  if (own === null || newest === null || own === newest) return 0;
  const [a, b] = [numbers(own), numbers(newest)];
  const place = a.findIndex((number, index) => number !== b[index]);
  if (place === -1) return 1;
  // Somebody may run what is newer than the one marked as newest.
  if ((a[place] ?? 0) > (b[place] ?? 0)) return 0;
  return place === 0 ? 3 : place === 1 ? 2 : 1;
}

function numbers(version: string): [number, number, number] {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major ?? 0), Number(minor ?? 0), Number(patch ?? 0)];
}
