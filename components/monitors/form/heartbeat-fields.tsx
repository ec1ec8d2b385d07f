'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { FIELD_LABELS } from './changes';
import { longWords } from './common-fields';
import { PACES, type Draft } from './draft';
import { DraftInput } from './draft-input';
import { HeartbeatAddress } from './heartbeat-address';
import type { MonitorForm } from './use-monitor-form';

const PACE_WORDS = { interval: 'every so often', schedule: 'by a schedule (cron)' } as const;

interface HeartbeatFieldsProps {
  readonly form: MonitorForm['form'];
  readonly draft: Draft;
  /** Where they go; null until it is saved. */
  readonly path: string | null;
}

/** When heartbeats are due, how late they may be, and where they go. */
export function HeartbeatFields({ form, draft, path }: HeartbeatFieldsProps) {
  return (
    <>
      {path === null ? <p className="text-sm text-text-muted">Once it is saved, the address to call stands here. Each call is a heartbeat.</p> : <HeartbeatAddress path={path} />}
      <div className="grid items-start gap-3 @min-[380px]:grid-cols-3">
        <Field label={FIELD_LABELS.pace} error={form.formState.errors.pace?.message}>
          {(wiring) => (
            <Select {...wiring} {...form.register('pace')} className="w-full">
              {PACES.map((pace) => (
                <option key={pace} value={pace}>
                  {PACE_WORDS[pace]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {draft.pace === 'interval' ? (
          <DraftInput form={form} field="interval" inputMode="decimal" maxLength={8} aside={longWords(draft.interval)} hint="2 s to 31 days" />
        ) : (
          <DraftInput form={form} field="cron" maxLength={100} placeholder="30 3 * * 1-5" hint="Minute, hour, day, month, weekday" />
        )}
        <DraftInput form={form} field="grace" inputMode="decimal" maxLength={8} aside={longWords(draft.grace)} hint="So late it may be. Empty: half the time between two, 10 s to an hour" />
        {draft.pace === 'schedule' ? <DraftInput form={form} field="timeZone" maxLength={60} hint="Such as Europe/Oslo or UTC" fieldClassName="@min-[380px]:col-span-3" /> : null}
      </div>
    </>
  );
}
