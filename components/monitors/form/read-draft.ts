import { z } from 'zod';
import { ownValue } from '@/lib/core/own-value';
import { createMonitorSchema, testMonitorSchema, type CreateMonitor, type Monitor, type PatchMonitor } from '@/lib/protocol/monitor';
import { draftSchema, number, toInput, type Draft, type DraftField } from './draft';

/** A monitor ready to be sent. */
export type ReadyMonitor = z.output<typeof createMonitorSchema>;
/** What is to be looked at once. */
export type ReadyTest = Pick<z.output<typeof testMonitorSchema>, 'config' | 'timeoutMs' | 'warnLatencyMs'> & { readonly secret?: string };

/** What is wrong, at a field of the form; null for what belongs to none. */
export interface DraftProblem {
  readonly field: DraftField | null;
  readonly message: string;
}

/** Checks a draft as the server will, and gives the monitor. Problems are told at the form's own fields. */
export const readyMonitorSchema = draftSchema.transform((draft, context): ReadyMonitor => {
  const parsed = createMonitorSchema.safeParse(toInput(draft));
  const problems = problemsOf(draft, parsed.error);
  if (parsed.success && problems.length === 0) return parsed.data;
  for (const { field, message } of problems) context.addIssue({ code: 'custom', path: field ? [field] : [], message });
  return z.NEVER;
});

/** What a draft asks to be looked at once, whether or not the rest of it is written yet; or what is wrong. */
export function readTest(draft: Draft): { readonly test: ReadyTest } | { readonly problems: readonly DraftProblem[] } {
  const { config, timeoutMs, warnLatencyMs, secret } = toInput(draft);
  const given = secret ? { secret } : {};
  const parsed = testMonitorSchema.safeParse({ config, timeoutMs, warnLatencyMs, ...given });
  const problems = problemsOf(draft, parsed.error);
  if (!parsed.success || problems.length > 0) return { problems };
  return { test: { config: parsed.data.config, timeoutMs: parsed.data.timeoutMs, warnLatencyMs: parsed.data.warnLatencyMs, ...given } };
}

/** What a draft changes of a monitor as it is now. An empty secret leaves the stored one as it is. */
export function patchOf(ready: ReadyMonitor, now: Monitor): Omit<PatchMonitor, 'version'> {
  const { secret, ...wanted } = ready;
  const changed = Object.entries(wanted).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key as keyof typeof wanted]));
  return { ...(Object.fromEntries(changed) as Partial<CreateMonitor>), ...(secret === null ? {} : { secret }) };
}

const FIELD_OF: Readonly<Record<string, DraftField>> = {
  intervalMs: 'interval',
  timeoutMs: 'timeout',
  warnLatencyMs: 'slow',
  'config.graceMs': 'grace',
  'config.schedule': 'cron',
  'config.schedule.cron': 'cron',
  'config.schedule.timeZone': 'timeZone',
  'onDown.flash': 'flash',
  'onDown.incident': 'incident',
  'onDown.priority': 'priority',
  'config.name': 'dnsName',
  'config.json': 'jsonPointer',
  'config.json.pointer': 'jsonPointer',
  'config.json.equals': 'jsonEquals',
};

/** The form's field that a problem belongs to, by the name the server has for it. */
export function fieldOf(path: string, kind: Draft['kind']): DraftField | null {
  if (path === 'config.port' && kind === 'tls') return 'tlsPort';
  const known = draftSchema.keyof().safeParse(ownValue(FIELD_OF, path) ?? path.replace(/^config\./, ''));
  return known.success ? known.data : null;
}

const SCHEMES: Readonly<Partial<Record<Draft['kind'], { readonly fits: RegExp; readonly word: string }>>> = {
  postgres: { fits: /^postgres(ql)?:\/\//, word: 'postgresql://' },
  redis: { fits: /^rediss?:\/\//, word: 'redis:// or rediss://' },
};
const DECIMAL: ReadonlySet<DraftField> = new Set(['interval', 'timeout', 'grace']);
const WHOLE: ReadonlySet<DraftField> = new Set(['statusFrom', 'statusTo', 'port', 'tlsPort', 'warnDays', 'diskWarn', 'diskFail', 'memoryWarn', 'memoryFail', 'slow']);
const RANGE: Readonly<Partial<Record<DraftField, string>>> = { slow: 'Between 1 and 60000 milliseconds.', warnDays: 'Between 1 and 365 days.' };

function problemsOf(draft: Draft, error: z.ZodError | undefined): DraftProblem[] {
  const problems = new Map<DraftField | null, string>();
  // An empty value of a JSON answer is a slip more often than it is meant.
  if (draft.kind === 'http' && draft.jsonPointer !== '' && draft.jsonEquals === '') problems.set('jsonEquals', 'Write the value that must be there; "" for an empty text.');
  const scheme = SCHEMES[draft.kind];
  if (scheme && draft.secret.trim() !== '' && !scheme.fits.test(draft.secret.trim())) problems.set('secret', `Write an address that begins with ${scheme.word}.`);
  for (const issue of error?.issues ?? []) {
    const field = fieldOf(issue.path.join('.'), draft.kind);
    if (!problems.has(field)) problems.set(field, (field && betterWords(draft, field, issue)) ?? issue.message);
  }
  return [...problems].map(([field, message]) => ({ field, message }));
}

// What the schema says of numbers is for programs.
function betterWords(draft: Draft, field: DraftField, { code }: z.core.$ZodIssue): string | null {
  const written = number(String(draft[field]));
  if (DECIMAL.has(field) && Number.isNaN(written)) return 'Write a number, such as 30.';
  if (WHOLE.has(field) && !Number.isInteger(written)) return 'Write a whole number.';
  return code === 'too_big' || code === 'too_small' ? (RANGE[field] ?? null) : null;
}
