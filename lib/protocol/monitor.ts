import { z } from 'zod';
import { ID } from './id';
import { prioritySchema } from './incident';
import { givenInstant, instant } from './instant';
import { MONITOR_KINDS } from './monitor-kind';
import { lineOfText } from './text';

export const MIN_INTERVAL_MS = 2_000;
export const MAX_INTERVAL_MS = 86_400_000;
/** The longest time between two heartbeats: a month. */
export const MAX_BEAT_MS = 31 * 86_400_000;
export const MAX_TIMEOUT_MS = 60_000;
/** So many redirects are followed, and so many bytes of an answer are read, before a look is given up. */
export const MAX_REDIRECTS = 5;
export const MAX_ANSWER_BYTES = 1_048_576;

const host = z
  .string()
  .trim()
  .min(1, 'Write a host name or an address.')
  .max(253, 'Use at most 253 characters.')
  .regex(/^[0-9A-Za-z.:_-]+$/, 'A host name has letters, digits, dots and hyphens only.');
const port = z.int('A port is a whole number.').min(1, 'A port is between 1 and 65535.').max(65_535, 'A port is between 1 and 65535.');
const percent = z.int().min(1, 'Between 1 and 100.').max(100, 'Between 1 and 100.');
const httpStatus = z.int().min(100, 'Between 100 and 599.').max(599, 'Between 100 and 599.');

/** An http(s) address, or a path beginning with `/`: Watchroom's own pages. */
const httpTarget = z
  .string()
  .trim()
  .max(2_000, 'Use at most 2000 characters.')
  .refine((text) => isOwnPath(text) || isWebAddress(text), 'Write an address that begins with http:// or https://, without a user name, or a path of Watchroom that begins with /.');

/** What to look at, by kind. */
export const monitorConfigSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url: httpTarget,
    method: z.enum(['GET', 'HEAD']).default('GET'),
    statusFrom: httpStatus.default(200),
    statusTo: httpStatus.default(399),
    /** Must occur in the answer, or must not. */
    keyword: z.string().min(1).max(200).nullable().default(null),
    keywordAbsent: z.boolean().default(false),
    /** A value in a JSON answer: where (RFC 6901), and what it must be. */
    json: z
      .strictObject({ pointer: z.string().max(300).regex(/^(\/([^~/]|~[01])*)*$/, 'A JSON pointer begins with /.'), equals: z.union([z.string().max(200), z.number(), z.boolean(), z.null()]) })
      .nullable()
      .default(null),
  }),
  z.strictObject({ kind: z.literal('tcp'), host, port }),
  z.strictObject({
    kind: z.literal('dns'),
    name: host,
    /** `ADDRESS` is what programs on this machine get, hosts file included; the others are records (RFC 1035). */
    record: z.enum(['ADDRESS', 'A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT']).default('ADDRESS'),
    /** Must be among the answers; null for any answer. */
    expects: z.string().max(255).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('tls'), host, port: port.default(443), warnDays: z.int().min(1).max(365).default(14) }),
  /** Somebody else's heartbeat: they call Watchroom. */
  z.strictObject({
    kind: z.literal('push'),
    /** So late a heartbeat may be, and so long a job that said it starts may run; null: half the time between two, 10 s to an hour. */
    graceMs: z.int().min(0, 'Not below 0.').max(MAX_BEAT_MS, 'At most 31 days.').nullable().default(null),
    /** When heartbeats are due, instead of every interval: five fields of cron, by the clock of a time zone (IANA name). */
    schedule: z
      .strictObject({
        cron: z.string().trim().max(100, 'Use at most 100 characters.').regex(/^(@(hourly|daily|midnight|weekly|monthly|yearly|annually)|\S+(\s+\S+){4})$/i, 'Write five fields, such as 30 3 * * 1-5: minute, hour, day, month, weekday.'),
        timeZone: z.string().max(60).refine(isTimeZone, 'Write a time zone such as Europe/Oslo or UTC.').default('UTC'),
      })
      .nullable()
      .default(null),
  }),
  /** `secret` of the monitor is the connection string; without one, Watchroom's own database. */
  z.strictObject({ kind: z.literal('postgres') }),
  z.strictObject({ kind: z.literal('redis') }),
  /** A tick sent and received over Watchroom's own live stream. */
  z.strictObject({ kind: z.literal('stream') }),
  /** Disk and memory of the machine that looks; shares used, in percent. */
  z.strictObject({ kind: z.literal('system'), diskWarn: percent.default(85), diskFail: percent.default(95), memoryWarn: percent.default(90), memoryFail: percent.default(97) }),
]);
export type MonitorConfig = z.infer<typeof monitorConfigSchema>;
export type ConfigOf<K extends MonitorConfig['kind']> = Extract<MonitorConfig, { kind: K }>;

/** What happens when a service goes down, beside being shown. */
export const onDownSchema = z.strictObject({
  flash: z.boolean().default(false),
  incident: z.boolean().default(false),
  priority: prioritySchema.default('P2'),
});
export type OnDown = z.infer<typeof onDownSchema>;

const settable = {
  name: lineOfText(60),
  config: monitorConfigSchema,
  intervalMs: z.int().min(MIN_INTERVAL_MS, 'At least 2 seconds.').max(MAX_BEAT_MS, 'At most 31 days.'),
  timeoutMs: z.int().min(100, 'At least 0.1 seconds.').max(MAX_TIMEOUT_MS, 'At most a minute.'),
  /** Slower than this is a warning; null: never too slow. */
  warnLatencyMs: z.int().min(1).max(MAX_TIMEOUT_MS).nullable(),
  onDown: onDownSchema,
  /** Whether the public status summary names it. */
  isPublic: z.boolean(),
};

/** A connection string with its password: written, never read back. */
const secret = z.string().max(1_000).regex(/^(postgres(ql)?|rediss?):\/\//, 'Write an address that begins with postgresql:// or redis://.').nullable();

/** `POST /api/monitors`. */
export const createMonitorSchema = z
  .strictObject({ ...settable, timeoutMs: settable.timeoutMs.default(5_000), intervalMs: settable.intervalMs.default(30_000), warnLatencyMs: settable.warnLatencyMs.default(null), onDown: onDownSchema.prefault({}), isPublic: z.boolean().default(false), secret: secret.default(null) })
  .superRefine((monitor, ctx) => monitorProblems(monitor).forEach((problem) => ctx.addIssue({ code: 'custom', ...problem })));
export type CreateMonitor = z.input<typeof createMonitorSchema>;

/** `PATCH /api/monitors/:id`. `version`: the one that was edited. `secret` left out keeps the one that is stored. */
export const patchMonitorSchema = z.strictObject({ version: z.int(), ...settable, secret, paused: z.boolean() }).partial().required({ version: true });
export type PatchMonitor = z.input<typeof patchMonitorSchema>;

/** `POST /api/monitors/test`: one look, nothing kept. `id`: the stored monitor whose secret is used when none is given. */
export const testMonitorSchema = z.strictObject({
  id: z.string().regex(ID).optional(),
  config: monitorConfigSchema,
  timeoutMs: settable.timeoutMs.default(5_000),
  warnLatencyMs: settable.warnLatencyMs.default(null),
  secret: secret.optional(),
});

/** `POST /api/monitors/test` answers. `reading`: what the probe read where that is the trouble. */
export const testResultSchema = z.object({
  outcome: z.enum(['ok', 'warn', 'fail']),
  latencyMs: z.number().nullable(),
  message: z.string().nullable(),
  reading: z.string().optional(),
});
export type TestResult = z.infer<typeof testResultSchema>;

/** What does not fit together in a monitor, for its form. */
export function monitorProblems(monitor: { intervalMs: number; timeoutMs: number; warnLatencyMs: number | null; config: MonitorConfig; secret?: string | null | undefined }): { path: string[]; message: string }[] {
  const problems: { path: string[]; message: string }[] = [];
  // A look that may last longer than its interval would leave gaps in which nothing is known.
  if (monitor.timeoutMs > monitor.intervalMs) problems.push({ path: ['timeoutMs'], message: 'The time-out cannot be longer than the interval.' });
  if (monitor.warnLatencyMs !== null && monitor.warnLatencyMs >= monitor.timeoutMs) problems.push({ path: ['warnLatencyMs'], message: 'Slow must be less than the time-out.' });
  const { config } = monitor;
  if (config.kind !== 'push' && monitor.intervalMs > MAX_INTERVAL_MS) problems.push({ path: ['intervalMs'], message: 'At most a day.' });
  if (config.kind === 'http' && config.statusFrom > config.statusTo) problems.push({ path: ['config', 'statusTo'], message: 'The last status must not be below the first.' });
  if (config.kind === 'http' && config.method === 'HEAD' && (config.keyword !== null || config.json !== null)) problems.push({ path: ['config', 'method'], message: 'HEAD brings no text to look into. Use GET.' });
  if (config.kind === 'system' && config.diskWarn >= config.diskFail) problems.push({ path: ['config', 'diskFail'], message: 'Failing must be above warning.' });
  if (config.kind === 'system' && config.memoryWarn >= config.memoryFail) problems.push({ path: ['config', 'memoryFail'], message: 'Failing must be above warning.' });
  const scheme = config.kind === 'postgres' ? /^postgres(ql)?:/ : config.kind === 'redis' ? /^rediss?:/ : null;
  if (monitor.secret && scheme && !scheme.test(monitor.secret)) problems.push({ path: ['secret'], message: `This is no address of ${config.kind === 'redis' ? 'a Redis' : 'a PostgreSQL'}.` });
  return problems;
}

/** A monitor as those who manage monitors get it. */
export const monitorSchema = z.object({
  id: z.string(),
  key: z.string(),
  version: z.int(),
  name: z.string(),
  kind: z.enum(MONITOR_KINDS),
  config: monitorConfigSchema,
  /** Whether a connection string is stored. It is never given out. */
  hasSecret: z.boolean(),
  intervalMs: z.int(),
  timeoutMs: z.int(),
  warnLatencyMs: z.int().nullable(),
  onDown: onDownSchema,
  isPublic: z.boolean(),
  /** Comes with Watchroom: can be edited and paused, not deleted. */
  builtin: z.boolean(),
  pausedAt: instant.nullable(),
  /** The address that a push monitor's heartbeats go to; null for the others. */
  pushPath: z.string().nullable(),
  position: z.int(),
  createdAt: instant,
});
export type Monitor = z.infer<typeof monitorSchema>;

/** `GET /api/monitors`. */
export const monitorListSchema = z.object({ items: z.array(monitorSchema), cursor: z.string().nullable(), statusPage: z.boolean() });
export type MonitorList = z.infer<typeof monitorListSchema>;

/** Every write to a monitor. */
export const monitorAnswerSchema = z.object({ monitor: monitorSchema });

/** A time in which a service may fail without anybody being called. `monitorIds` empty: all services. */
export const maintenanceSchema = z.object({
  id: z.string(),
  title: z.string(),
  monitorIds: z.array(z.string()),
  startsAt: instant,
  endsAt: instant,
  createdBy: z.string(),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;

/** `GET /api/maintenance`: those that are on or to come, the next first. */
export const maintenanceListSchema = z.object({ items: z.array(maintenanceSchema), cursor: z.string().nullable() });
export type MaintenanceList = z.infer<typeof maintenanceListSchema>;

/** `POST /api/maintenance`. */
export const createMaintenanceSchema = z
  .strictObject({ title: lineOfText(80), monitorIds: z.array(z.string().regex(ID)).max(500).default([]), startsAt: givenInstant, endsAt: givenInstant })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), { path: ['endsAt'], message: 'The end must come after the beginning.' });
export type CreateMaintenance = z.input<typeof createMaintenanceSchema>;

/** One slice of a service's last 24 hours: samples by the state that was shown, and their latency. */
export const historySliceSchema = z.object({
  from: instant,
  up: z.int(),
  warn: z.int(),
  down: z.int(),
  unknown: z.int(),
  maintenance: z.int(),
  latencyMs: z.number().nullable(),
});
export type HistorySlice = z.infer<typeof historySliceSchema>;

/** `GET /api/infrastructure/history`: 48 slices of half an hour, oldest first, and the latencies of the last looks, oldest first. */
export const infraHistorySchema = z.object({
  sliceMs: z.int(),
  items: z.array(z.object({ id: z.string(), slices: z.array(historySliceSchema), latencies: z.array(z.object({ at: instant, ms: z.number().nullable() })) })),
});
export type InfraHistory = z.infer<typeof infraHistorySchema>;

/** A time in which a service did not work well. `until`: null while it lasts. `message`: what the failing look found, in words. */
export const outageSchema = z.object({ from: instant, until: instant.nullable(), severity: z.enum(['warn', 'down']), message: z.string().nullable() });
export type Outage = z.infer<typeof outageSchema>;

/** `GET /api/infrastructure/:id/outages`: the last twenty, the newest first. */
export const outageListSchema = z.object({ items: z.array(outageSchema) });
export type OutageList = z.infer<typeof outageListSchema>;

function isTimeZone(text: string): boolean {
  try {
    // Offsets such as +02:00 are zones to some engines only, and know no summer time.
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])/.test(text);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
