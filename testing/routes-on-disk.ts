import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** One route of the application, as its file says. */
export interface RouteOnDisk {
  /** `/api/flash/[id]/ack`. */
  readonly path: string;
  readonly methods: readonly Method[];
}

/** Every route under `app`, so that a test of all of them needs no list that is forgotten. */
export function routesOnDisk(): RouteOnDisk[] {
  return filesNamed('route.ts').map((file) => {
    const source = readFileSync(join('app', file), 'utf8');
    const exported = [...source.matchAll(/export (?:const|async function|function) ([A-Z]+)\b/g), ...source.matchAll(/\bas ([A-Z]+)\b/g)].map(([, name]) => name);
    return { path: pathOf(file), methods: METHODS.filter((method) => exported.includes(method)) };
  });
}

/** The path of every page, without the groups that only order folders. */
export function pagesOnDisk(): string[] {
  return filesNamed('page.tsx').map(pathOf);
}

/** A path with its parameters filled in by the same text. */
export function fillPath(path: string, text: string): string {
  return path.replace(/\[?\[(?:\.\.\.)?\w+\]\]?/g, () => text);
}

function filesNamed(name: string): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => basename(file) === name);
}

function pathOf(file: string): string {
  return `/${dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/^\/\.$|\/$/, '') || '/';
}
