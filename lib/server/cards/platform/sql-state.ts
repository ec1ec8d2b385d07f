import { causesOf } from '@/lib/server/db/causes-of';

const SQL_STATE = /^\d[0-9A-Z]{4}$/;

/** The code by which PostgreSQL names a failure (its manual, appendix A), however deep a driver has wrapped it; else null. */
export function sqlStateOf(error: unknown): string | null {
  for (const { originalCode, code } of causesOf(error)) {
    for (const word of [originalCode, code]) if (typeof word === 'string' && SQL_STATE.test(word)) return word;
  }
  return null;
}
