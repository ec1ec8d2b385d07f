import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';

/** A package that has a newer version; null where npm does not know. */
export interface Outdated {
  /** The newest that package.json lets in. */
  readonly wanted: string | null;
  readonly latest: string | null;
}

const version = z.string().min(1).max(100).nullish().catch(null);
const oneSchema = z.object({ wanted: version, latest: version });
// With workspaces npm gives one entry for each place.
const entrySchema = z.union([oneSchema, z.array(oneSchema).min(1).transform(([first]) => first ?? {})]);
const failureSchema = z.object({ error: z.object({ code: z.string().nullish(), summary: z.string() }) });

/** Reads `npm outdated --json`: by name. Null when npm says that it failed, or says nothing that can be read. */
export function parseOutdated(stdout: string): Map<string, Outdated> | null {
  const text = stdout.trim();
  const json = text === '' ? {} : parseJson(text);
  const entries = z.record(z.string(), z.unknown()).safeParse(json);
  if (!entries.success || failureSchema.safeParse(json).success) return null;
  const outdated = new Map<string, Outdated>();
  for (const [name, value] of Object.entries(entries.data)) {
    const entry = entrySchema.safeParse(value);
    if (entry.success) outdated.set(name, { wanted: entry.data.wanted ?? null, latest: entry.data.latest ?? null });
  }
  return outdated;
}

/** A dependency as package.json names it. */
export interface Direct {
  readonly name: string;
  readonly spec: string;
  readonly isDevelopment: boolean;
}

const named = z.record(z.string(), z.string()).catch({});
const packageSchema = z.object({ dependencies: named, devDependencies: named });
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional().catch(undefined) })) });

/** The direct dependencies in the text of a package.json, by name; null when it cannot be read. */
export function parseDirect(text: string): Direct[] | null {
  const parsed = packageSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const list = (all: Record<string, string>, isDevelopment: boolean) => Object.entries(all).map(([name, spec]) => ({ name, spec, isDevelopment }));
  return [...list(parsed.data.dependencies, false), ...list(parsed.data.devDependencies, true)].sort((a, b) => a.name.localeCompare(b.name));
}

/** The versions of direct dependencies in the text of a lock file (version 2 or newer); empty when it cannot be read. */
export function parseInstalled(text: string): Map<string, string> {
  const packages = lockSchema.safeParse(parseJson(text)).data?.packages ?? {};
  const prefix = 'node_modules/';
  return new Map(
    Object.entries(packages).flatMap(([path, { version: found }]) =>
      found !== undefined && path.startsWith(prefix) && !path.includes(`/${prefix}`) ? [[path.slice(prefix.length), found] as const] : [],
    ),
  );
}
