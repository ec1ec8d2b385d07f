import { logInfo } from '@/lib/core/log';
import { oneLine } from '@/lib/core/one-line';

/** Facts of one line. Nothing secret belongs here: ids and counts, no tokens, no texts of people. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One line about the life of a connection: `[SSE] <ISO time> <what> key=value …`. */
export function logConnection(what: string, facts: LogFacts = {}): void {
  const pairs = Object.entries(facts).map(([key, value]) => `${key}=${typeof value === 'number' ? Math.round(value * 100) / 100 : oneLine(String(value), 120)}`);
  logInfo(['[SSE]', new Date().toISOString(), what, ...pairs].join(' '));
}
