import { ownValue } from '@/lib/core/own-value';
import type { Check } from '../pieces/checks-headline';
import { KNOWN_SETTINGS, type KnownSetting } from './settings-list';

export type Environment = Readonly<Record<string, string | undefined>>;

const FEW_CHARACTERS = 8;
const MAKE_ONE = 'Make one with openssl rand -base64 32.';

/** Judges every known setting. Values are compared, never given out. `example`: what .env.example proposes, by name. */
export function settingChecks(env: Environment, example: ReadonlyMap<string, string>): Check[] {
  const demo: Check = env.DEMO === '1' ? check('DEMO', 'warning', 'It is 1: accounts with a public password exist. Never on a board that real people rely on.') : check('DEMO', 'ok', 'It is not 1: there are no demo accounts.');
  return [...KNOWN_SETTINGS.map((setting) => judge(setting, env, example)), demo];
}

function judge(setting: KnownSetting, env: Environment, example: ReadonlyMap<string, string>): Check {
  const { name, needed, length, isOwn, absent } = setting;
  const value = ownValue(env, name)?.trim() ?? '';
  if (value === '') {
    if (needed === 'no' || (needed === 'on Vercel' && !env.VERCEL)) return check(name, 'ok', absent);
    return check(name, 'failed', needed === 'on Vercel' ? 'It is missing, and needed on Vercel. Set it and deploy again.' : absent);
  }
  if (isOwn && example.get(name) === value) return check(name, 'failed', `It is the value of .env.example, which everybody can read. ${length === undefined ? 'Set your own.' : MAKE_ONE}`);
  if (length === undefined) return check(name, 'ok', 'It is set.');
  if (value.length < length) return check(name, 'warning', `It has fewer than ${length} characters, so it might be guessed. ${MAKE_ONE}`);
  if (new Set(value).size < FEW_CHARACTERS) return check(name, 'warning', `It repeats a few characters, so it might be guessed. ${MAKE_ONE}`);
  const twin = KNOWN_SETTINGS.find((other) => other.length !== undefined && other.name !== name && ownValue(env, other.name)?.trim() === value);
  if (twin) return check(name, 'warning', `It is the same as ${twin.name}: who learns one has both. Give each its own.`);
  return check(name, 'ok', 'It is set and long enough.');
}

function check(label: string, state: Check['state'], words: string): Check {
  return { label, state, words };
}

/** The values in the text of .env.example, those of its comments included; settings without a value are left out. */
export function exampleValues(text: string): Map<string, string> {
  const found = text.matchAll(/^#?\s?([A-Z][A-Z0-9_]*)=(\S.*)$/gm);
  return new Map([...found].map(([, name = '', value = '']) => [name, value.trim()]));
}
