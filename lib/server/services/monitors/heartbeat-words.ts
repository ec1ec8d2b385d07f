import 'server-only';
import { parseJson } from '@/lib/core/parse-json';
import type { Outcome } from '@/lib/protocol/infrastructure';
import { cleanText } from '@/lib/protocol/text-rules';

const MESSAGE_MAX = 250;
const MOST_PING_MS = 3_600_000;

/** What a heartbeat says. `start`: a job begins; `log`: a word that changes nothing. `pingMs` null: it does not say. */
export interface HeartbeatWords {
  readonly says: Outcome | 'start' | 'log';
  readonly message: string | null;
  readonly pingMs: number | null;
}

/** A heartbeat as it came: the address's last part (`fail`, `start`, `log`, an exit code; null for none), its query, its body. */
export interface HeartbeatSent {
  readonly signal: string | null;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly contentType: string;
}

const WELL = new Set(['', 'up', 'ok', 'okay', 'true', 'yes', '1', 'success', 'healthy', 'good', 'alive', 'running', 'pass', 'passed']);
const ILL = new Set(['down', 'fail', 'failed', 'failure', 'failing', 'error', 'false', 'no', '0', 'critical', 'bad', 'unhealthy', 'dead', 'ko']);
const WARNS = new Set(['warn', 'warning', 'degraded', 'slow']);
const NAMES: ReadonlyMap<string, 'status' | 'msg' | 'ping'> = new Map([['status', 'status'], ['state', 'status'], ['msg', 'msg'], ['message', 'msg'], ['ping', 'ping']]);

/**
 * Reads a heartbeat. The sender's words win, the address before the query before the body; what cannot be understood in an
 * extra is left out. A status that nobody knows is a warning that says so. Null for an address that means nothing.
 */
export function readHeartbeat({ signal, query, body, contentType }: HeartbeatSent): HeartbeatWords | null {
  const told = { ...bodyWords(body, contentType), ...queryWords(query) };
  const message = cleanText(told.msg ?? '', MESSAGE_MAX) || null;
  const words = { message, pingMs: pingOf(told.ping ?? '') };
  if (signal === null) return { ...words, ...statusOf(told.status ?? '', message) };
  if (signal === 'start' || signal === 'log') return { ...words, says: signal };
  if (signal === 'fail') return { ...words, says: 'fail' };
  const code = /^\d{1,3}$/.test(signal) ? Number(signal) : Number.NaN;
  if (!(code <= 255)) return null;
  if (code === 0) return { ...words, says: 'ok' };
  return { ...words, says: 'fail', message: cleanText([`Exit code ${code}`, message].filter(Boolean).join(': '), MESSAGE_MAX) };
}

type Told = { status?: string; msg?: string; ping?: string };

function queryWords(query: URLSearchParams): Told {
  return known([...query]);
}

function known(pairs: Iterable<readonly [string, unknown]>): Told {
  const told: Told = {};
  for (const [name, value] of pairs) {
    const field = NAMES.get(name.toLowerCase());
    if (field && told[field] === undefined && ['string', 'number', 'boolean'].includes(typeof value)) told[field] = String(value);
  }
  return told;
}

/** A body is JSON, a form, or plain words: what a job printed last. curl calls those a form as well. */
function bodyWords(body: string, contentType: string): Told {
  const text = body.trim();
  if (text === '') return {};
  const json = parseJson(text);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return known(Object.entries(json));
  if (contentType.includes('form-urlencoded') || contentType === '') {
    const told = known([...new URLSearchParams(text)]);
    if (Object.keys(told).length > 0) return told;
  }
  // JSON that is broken, or was longer than is read, still says how it is.
  const [, status] = text.startsWith('{') ? (/"(?:status|state)"\s*:\s*"?([^"\s,}]+)["\s,}]/i.exec(text) ?? []) : [];
  return { msg: typeof json === 'string' ? json : text, ...(status === undefined ? {} : { status }) };
}

function statusOf(given: string, message: string | null): Pick<HeartbeatWords, 'says' | 'message'> {
  const word = given.trim().toLowerCase();
  if (WELL.has(word)) return { says: 'ok', message };
  if (ILL.has(word)) return { says: 'fail', message };
  if (WARNS.has(word)) return { says: 'warn', message };
  const odd = `The heartbeat has the status “${cleanText(given, 40)}”, which is none of up, warn and down`;
  return { says: 'warn', message: cleanText(message ? `${odd}: ${message}` : `${odd}.`, MESSAGE_MAX) };
}

/** Milliseconds, with a point or a comma; null for anything else. */
function pingOf(given: string): number | null {
  const [, written] = /^\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*(?:ms)?\s*$/i.exec(given) ?? [];
  const ms = written === undefined ? Number.NaN : Number(written.replace(',', '.'));
  return ms <= MOST_PING_MS ? ms : null;
}
