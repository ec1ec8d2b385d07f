import { ROLES, type Role } from '@/lib/protocol/permissions';

/** The plural of each role, for sentences. */
export const ROLE_PLURAL: Readonly<Record<Role, string>> = {
  observer: 'observers',
  dispatcher: 'dispatchers',
  supervisor: 'supervisors',
  admin: 'admins',
};

/** One person's role, for tables and menus. */
export const ROLE_WORD: Readonly<Record<Role, string>> = {
  observer: 'Observer',
  dispatcher: 'Dispatcher',
  supervisor: 'Supervisor',
  admin: 'Admin',
};

/** Whom a message goes to: "everyone", "dispatchers", "dispatchers and admins". */
export function audienceWords(audience: readonly Role[]): string {
  const chosen = ROLES.filter((role) => audience.includes(role));
  if (chosen.length === ROLES.length) return 'everyone';
  return joinWords(chosen.map((role) => ROLE_PLURAL[role]));
}

/** "6 people", "1 person", "nobody". */
export function peopleWords(count: number): string {
  if (count === 0) return 'nobody';
  return count === 1 ? '1 person' : `${count} people`;
}

function joinWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? 'nobody';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
