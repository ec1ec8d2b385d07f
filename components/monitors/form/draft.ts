import { z } from 'zod';
import { prioritySchema } from '@/lib/protocol/incident';
import { MAX_BEAT_MS, MIN_INTERVAL_MS, type CreateMonitor, type Monitor, type MonitorConfig } from '@/lib/protocol/monitor';
import { MONITOR_KINDS, type MonitorKind } from '@/lib/protocol/monitor-kind';
import { takesSecret, waitsForAnswer } from '../kind-words';
import { readJsonValue, writeJsonValue } from './json-value';

export const HTTP_METHODS = ['GET', 'HEAD'] as const;
export const PACES = ['interval', 'schedule'] as const;
export const DNS_RECORDS = ['ADDRESS', 'A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT'] as const;

const UNUSED_INTERVAL_MS = 60_000;

const text = z.string();

/** What the form holds: the fields of all kinds side by side, so that none is lost while somebody tries kinds. Numbers are text, as they are typed. */
export const draftSchema = z.object({
  kind: z.enum(MONITOR_KINDS),
  name: text,
  url: text,
  method: z.enum(HTTP_METHODS),
  statusFrom: text,
  statusTo: text,
  keyword: text,
  keywordAbsent: z.boolean(),
  jsonPointer: text,
  jsonEquals: text,
  host: text,
  port: text,
  tlsPort: text,
  warnDays: text,
  dnsName: text,
  record: z.enum(DNS_RECORDS),
  expects: text,
  secret: text,
  diskWarn: text,
  diskFail: text,
  memoryWarn: text,
  memoryFail: text,
  /** Whether heartbeats come every so often, or by a schedule. */
  pace: z.enum(PACES),
  cron: text,
  timeZone: text,
  /** Seconds; empty for one that fits. */
  grace: text,
  /** Seconds. */
  interval: text,
  /** Seconds. */
  timeout: text,
  /** Milliseconds; empty for never. */
  slow: text,
  flash: z.boolean(),
  incident: z.boolean(),
  priority: prioritySchema,
  isPublic: z.boolean(),
});
export type Draft = z.infer<typeof draftSchema>;
export type DraftField = keyof Draft;
export const DRAFT_FIELDS = draftSchema.keyof().options;

export const EMPTY_DRAFT: Draft = {
  kind: 'http',
  name: '',
  url: '',
  method: 'GET',
  statusFrom: '200',
  statusTo: '399',
  keyword: '',
  keywordAbsent: false,
  jsonPointer: '',
  jsonEquals: '',
  host: '',
  port: '',
  tlsPort: '443',
  warnDays: '14',
  dnsName: '',
  record: 'ADDRESS',
  expects: '',
  secret: '',
  diskWarn: '85',
  diskFail: '95',
  memoryWarn: '90',
  memoryFail: '97',
  pace: 'interval',
  cron: '',
  timeZone: 'Europe/Oslo',
  grace: '',
  interval: '30',
  timeout: '5',
  slow: '',
  flash: false,
  incident: false,
  priority: 'P2',
  isPublic: false,
};

/** A monitor as the form shows it. Its secret is never known. */
export function draftOf({ name, config, intervalMs, timeoutMs, warnLatencyMs, onDown, isPublic }: Monitor): Draft {
  return {
    ...EMPTY_DRAFT,
    ...configFields(config),
    name,
    interval: String(intervalMs / 1_000),
    timeout: String(timeoutMs / 1_000),
    slow: warnLatencyMs?.toString() ?? '',
    ...onDown,
    isPublic,
  };
}

/** The request that a draft makes. What cannot be read as a number is none, for the schema to refuse. */
export function toInput(draft: Draft): CreateMonitor {
  const { kind, name, interval, timeout, slow, flash, incident, priority, isPublic, secret } = draft;
  // By a schedule the interval does not count, and its field is not there to be mended.
  const everyMs = Math.round(number(interval) * 1_000);
  const intervalMs = kind === 'push' && draft.pace === 'schedule' && !(everyMs >= MIN_INTERVAL_MS && everyMs <= MAX_BEAT_MS) ? UNUSED_INTERVAL_MS : everyMs;
  const timeoutMs = Math.round(number(timeout) * 1_000);
  // Nobody waits for an answer of those who call by themselves; their form does not ask for it.
  const waits = waitsForAnswer(kind);
  return {
    name,
    config: toConfig(kind, draft),
    intervalMs,
    timeoutMs: waits ? timeoutMs : Math.min(timeoutMs, intervalMs),
    warnLatencyMs: !waits || slow.trim() === '' ? null : number(slow),
    onDown: { flash, incident, priority },
    isPublic,
    secret: takesSecret(kind) && secret.trim() !== '' ? secret.trim() : null,
  };
}

/** A number as people write it, with a point or a comma; NaN for anything else. */
export function number(written: string): number {
  return /^\s*\d+([.,]\d+)?\s*$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
}

function configFields(config: MonitorConfig): Partial<Draft> {
  const { kind } = config;
  switch (kind) {
    case 'http': {
      const { url, method, statusFrom, statusTo, keyword, keywordAbsent, json } = config;
      const looksAt = json ? { jsonPointer: json.pointer, jsonEquals: writeJsonValue(json.equals) } : {};
      return { kind, url, method, statusFrom: String(statusFrom), statusTo: String(statusTo), keyword: keyword ?? '', keywordAbsent, ...looksAt };
    }
    case 'tcp':
      return { kind, host: config.host, port: String(config.port) };
    case 'dns':
      return { kind, dnsName: config.name, record: config.record, expects: config.expects ?? '' };
    case 'tls':
      return { kind, host: config.host, tlsPort: String(config.port), warnDays: String(config.warnDays) };
    case 'system': {
      const { diskWarn, diskFail, memoryWarn, memoryFail } = config;
      return { kind, diskWarn: String(diskWarn), diskFail: String(diskFail), memoryWarn: String(memoryWarn), memoryFail: String(memoryFail) };
    }
    case 'push': {
      const { graceMs, schedule } = config;
      return { kind, grace: graceMs === null ? '' : String(graceMs / 1_000), ...(schedule ? { pace: 'schedule', ...schedule } : {}) };
    }
    default:
      return { kind };
  }
}

function toConfig(kind: MonitorKind, draft: Draft): MonitorConfig {
  switch (kind) {
    case 'http': {
      const { url, method, statusFrom, statusTo, keyword, keywordAbsent, jsonPointer, jsonEquals } = draft;
      const json = jsonPointer === '' && jsonEquals === '' ? null : { pointer: jsonPointer, equals: readJsonValue(jsonEquals) };
      return { kind, url, method, statusFrom: number(statusFrom), statusTo: number(statusTo), keyword: keyword === '' ? null : keyword, keywordAbsent, json };
    }
    case 'tcp':
      return { kind, host: draft.host, port: number(draft.port) };
    case 'dns':
      return { kind, name: draft.dnsName, record: draft.record, expects: draft.expects.trim() === '' ? null : draft.expects.trim() };
    case 'tls':
      return { kind, host: draft.host, port: number(draft.tlsPort), warnDays: number(draft.warnDays) };
    case 'system':
      return { kind, diskWarn: number(draft.diskWarn), diskFail: number(draft.diskFail), memoryWarn: number(draft.memoryWarn), memoryFail: number(draft.memoryFail) };
    case 'push': {
      const { pace, cron, timeZone, grace } = draft;
      return { kind, graceMs: grace.trim() === '' ? null : Math.round(number(grace) * 1_000), schedule: pace === 'schedule' ? { cron: cron.trim(), timeZone: timeZone.trim() } : null };
    }
    default:
      return { kind };
  }
}
