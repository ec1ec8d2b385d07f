import type { FieldChange } from '@/components/ui/meanwhile';
import { DRAFT_FIELDS, draftSchema, type Draft, type DraftField } from './draft';

/** What the form calls its fields. */
export const FIELD_LABELS: Readonly<Record<DraftField, string>> = {
  kind: 'Kind',
  name: 'Name',
  url: 'Address',
  method: 'Asked with',
  statusFrom: 'Good status from',
  statusTo: 'Good status to',
  keyword: 'Text in the answer',
  keywordAbsent: 'Must not occur',
  jsonPointer: 'JSON pointer',
  jsonEquals: 'Value there',
  host: 'Host',
  port: 'Port',
  tlsPort: 'Port',
  warnDays: 'Warn so many days before',
  dnsName: 'Name to resolve',
  record: 'Record',
  expects: 'Expected answer',
  secret: 'Connection string',
  diskWarn: 'Disk, warn at %',
  diskFail: 'Disk, fail at %',
  memoryWarn: 'Memory, warn at %',
  memoryFail: 'Memory, fail at %',
  pace: 'Heartbeats come',
  cron: 'Schedule',
  timeZone: 'Time zone',
  grace: 'Grace, s',
  interval: 'Every, s',
  timeout: 'Time-out, s',
  slow: 'Slow above, ms',
  flash: 'Flash message to everybody',
  incident: 'Open an incident',
  priority: 'Priority of the incident',
  isPublic: 'Public',
};

/** What differs between two drafts, in words. */
export function changesBetween(before: Draft, after: Draft): FieldChange<DraftField>[] {
  return changedFields(before, after).map((field) => ({ field, label: FIELD_LABELS[field], before: spoken(before[field]), after: spoken(after[field]) }));
}

/** The fields that differ between two drafts. */
export function changedFields(before: Draft, after: Draft): DraftField[] {
  return DRAFT_FIELDS.filter((field) => before[field] !== after[field]);
}

/** What was typed over one state of a monitor, put over a newer one: what was not touched follows. */
export function rebase(draft: Draft, before: Draft, after: Draft): Draft {
  const touched = changedFields(before, draft).map((field) => [field, draft[field]] as const);
  return draftSchema.parse({ ...after, ...Object.fromEntries(touched) });
}

function spoken(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === '' ? 'none' : value;
}
