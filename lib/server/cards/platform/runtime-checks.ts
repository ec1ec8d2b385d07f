import { z } from 'zod';
import { cutText } from '@/lib/core/cut-text';
import { parseJson } from '@/lib/core/parse-json';
import { SettingsError } from '@/lib/realtime/env';
import { readServerSettings } from '@/lib/server/env';
import type { Check } from '../pieces/checks-headline';
import type { Environment } from './setting-checks';

const enginesSchema = z.object({ engines: z.object({ node: z.string() }) });

/** Whether the environment as a whole can be used. What it complains of names settings, never values. */
export function wholeCheck(env: Environment): Check {
  try {
    readServerSettings(env);
    return { label: 'All settings together', state: 'ok', words: 'They can be read.' };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { label: 'All settings together', state: 'failed', words: cutText(error.message, 240) };
  }
}

/** Whether the file of settings is the one that was read. Instants in milliseconds since the epoch; null: there is none. */
export function fileCheck(changedAt: number | null, startedAt: number): Check {
  const label = 'The file .env';
  if (changedAt === null) return { label, state: 'ok', words: 'There is none: settings come from the environment.' };
  if (changedAt > startedAt) return { label, state: 'warning', words: 'It was changed after this server started. Start Watchroom again to use what it says.' };
  return { label, state: 'ok', words: 'It has not changed since this server started.' };
}

export function modeCheck(mode: string | undefined): Check {
  const label = 'NODE_ENV';
  if (mode === 'production') return { label, state: 'ok', words: 'It is production.' };
  return { label, state: 'warning', words: 'It is not production: pages are slower, and errors say more than they should.' };
}

/** Compares Node's version with what package.json asks for. `version` without a v; `packageJson`: the file's text, null when it is not there. */
export function nodeCheck(version: string, packageJson: string | null): Check {
  const label = 'Node';
  const wanted = enginesSchema.safeParse(parseJson(packageJson ?? '')).data?.engines.node;
  const lowest = /^>=\s*(\d+(?:\.\d+){0,2})$/.exec(wanted?.trim() ?? '')?.[1];
  if (lowest === undefined) return { label, state: 'unknown', words: `Node ${version} runs. Which version package.json asks for is not known.` };
  if (isBelow(version, lowest)) return { label, state: 'failed', words: `Node ${version} runs, but ${lowest} is the oldest that will do. Install a newer one.` };
  return { label, state: 'ok', words: `Node ${version} runs; ${lowest} or newer is asked for.` };
}

export function zoneCheck(zone: string): Check {
  return { label: 'Time zone', state: 'ok', words: `This server is in ${zone}. Times are kept in UTC, so it may be any.` };
}

function isBelow(version: string, lowest: string): boolean {
  const [a, b] = [version, lowest].map((text) => text.split(/[.-]/).map((part) => Number(part)));
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
