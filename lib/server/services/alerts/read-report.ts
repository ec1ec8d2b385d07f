import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanText } from '@/lib/protocol/text-rules';
import { invalid } from '@/lib/server/errors';

const MOST_ALERTS = 20_000;
const MOST_PAIRS = 64;
const NAME_MAX = 100;
const VALUE_MAX = 2_000;
const LINK_MAX = 500;
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** Names and values that a sender gave, cleaned, in the sender's order. */
export type Pairs = ReadonlyMap<string, string>;

/** One alert as it was understood. Times in milliseconds since the epoch, null where the sender gives none. */
export interface Alert {
  readonly status: 'firing' | 'resolved';
  /** Names the alert; the same one may begin again later. */
  readonly fingerprint: string;
  readonly labels: Pairs;
  readonly annotations: Pairs;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Web addresses beside the annotations, by what they lead to. */
  readonly links: Pairs;
}

/** An entry of a report: an alert, or why it is none. `index` counts from 0. */
export type Entry = { readonly index: number } & ({ readonly alert: Alert } | { readonly reason: string });

/** A report of Alertmanager (webhook version 4), Grafana (version 1) or a program that speaks like them. */
export interface Report {
  readonly entries: readonly Entry[];
  /** Alerts that the sender left out (`max_alerts`). */
  readonly truncated: number;
  readonly sender: 'Alertmanager' | 'Grafana';
  /** Names the sender's group; the same from report to report. */
  readonly groupKey: string;
  readonly groupLabels: Pairs;
  /** Labels that all alerts of the report share. */
  readonly commonLabels: Pairs;
}

const reportSchema = z.object({
  alerts: z.array(z.unknown(), 'Send the alerts as a list, as the webhook of Alertmanager does.').max(MOST_ALERTS, `At most ${MOST_ALERTS} alerts at once.`),
  truncatedAlerts: z.int().min(0).catch(0),
  groupKey: z.string().catch(''),
  groupLabels: z.unknown().optional(),
  commonLabels: z.unknown().optional(),
  receiver: z.string().catch(''),
  orgId: z.unknown().optional(),
});

const alertSchema = z.object({
  status: z.string().nullish().catch(null),
  labels: z.unknown().optional(),
  annotations: z.unknown().optional(),
  startsAt: z.unknown().optional(),
  endsAt: z.unknown().optional(),
  fingerprint: z.unknown().optional(),
  generatorURL: z.unknown().optional(),
  dashboardURL: z.unknown().optional(),
  panelURL: z.unknown().optional(),
  silenceURL: z.unknown().optional(),
});

/** Reads a report. What is odd about one alert spoils that one only. Throws AppError invalid for what is no report. */
export function readReport(input: unknown, now: number): Report {
  const parsed = reportSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { alerts, truncatedAlerts, groupKey, groupLabels, commonLabels, receiver, orgId } = parsed.data;
  return {
    entries: alerts.map((one, index) => ({ index, ...readAlert(one, now) })),
    truncated: truncatedAlerts,
    sender: orgId === undefined ? 'Alertmanager' : 'Grafana',
    groupKey: `${receiver}\n${groupKey === '' ? JSON.stringify(groupLabels ?? null) : groupKey}`,
    groupLabels: pairsOf(groupLabels),
    commonLabels: pairsOf(commonLabels),
  };
}

/** A name for what has none of its own, the same for the same text. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function readAlert(input: unknown, now: number): { alert: Alert } | { reason: string } {
  const parsed = alertSchema.safeParse(input);
  if (!parsed.success) return { reason: 'This is not an alert: an object with labels is expected.' };
  const given = parsed.data;
  const labels = pairsOf(given.labels);
  const fingerprint = fingerprintGiven(given.fingerprint) ?? (labels.size > 0 ? fingerprintOf(JSON.stringify(rawPairs(given.labels).sort(([a], [b]) => (a < b ? -1 : 1)))) : null);
  if (fingerprint === null) return { reason: 'It has neither labels nor a fingerprint, so it cannot be told from others.' };
  const startsAt = timeOf(given.startsAt);
  if (startsAt === undefined) return { reason: `startsAt ${quoted(given.startsAt)} is not a time.` };
  const endsAt = timeOf(given.endsAt) ?? null;
  const status = given.status?.trim().toLowerCase() || (endsAt !== null && endsAt <= now ? 'resolved' : 'firing');
  if (status !== 'firing' && status !== 'resolved') return { reason: `Its status ${quoted(given.status)} is neither firing nor resolved.` };
  const links = Object.entries({ Source: given.generatorURL, Dashboard: given.dashboardURL, Panel: given.panelURL, Silence: given.silenceURL });
  return { alert: { status, fingerprint, labels, annotations: pairsOf(given.annotations), startsAt, endsAt, links: new Map(links.flatMap(([name, link]) => webLink(name, link))) } };
}

function fingerprintGiven(given: unknown): string | null {
  if (typeof given !== 'string' || given.trim() === '') return null;
  return /^[0-9A-Za-z]{1,64}$/.test(given) ? given : fingerprintOf(given);
}

/** Names and values of an object, as text; anything else has none. */
function rawPairs(given: unknown): [string, string][] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => (['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : []));
}

function pairsOf(given: unknown): Pairs {
  const pairs = rawPairs(given).map(([name, value]) => [cleanText(name, NAME_MAX), cleanText(value, VALUE_MAX, 'lines')] as const);
  return new Map(pairs.filter(([name, value]) => name !== '' && value !== '').slice(0, MOST_PAIRS));
}

/** Null where no time is meant (none, or the year 1 that Go writes); undefined for what is no time. */
function timeOf(given: unknown): number | null | undefined {
  if (given === undefined || given === null || given === '') return null;
  if (!z.iso.datetime({ offset: true }).safeParse(given).success) return undefined;
  const ms = Date.parse(String(given));
  if (ms < EARLIEST) return null;
  return ms < LATEST ? ms : undefined;
}

function webLink(name: string, given: unknown): [string, string][] {
  const text = typeof given === 'string' ? cleanText(given, LINK_MAX) : '';
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? [[name, text]] : [];
}

function quoted(given: unknown): string {
  return `“${cleanText(typeof given === 'string' ? given : JSON.stringify(given), 60)}”`;
}
