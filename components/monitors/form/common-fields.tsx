'use client';

import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { formatDuration } from '@/components/ui/format-time';
import { Select } from '@/components/ui/select';
import { PRIORITIES } from '@/lib/protocol/incident';
import { waitsForAnswer } from '../kind-words';
import { number, type Draft } from './draft';
import { DraftInput } from './draft-input';
import { FIELD_LABELS } from './changes';
import type { MonitorForm } from './use-monitor-form';

interface CommonFieldsProps {
  readonly form: MonitorForm['form'];
  readonly draft: Draft;
}

/** How often and how long to look, and what happens when it is down. */
export function CommonFields({ form, draft }: CommonFieldsProps) {
  const { errors } = form.formState;
  const waits = waitsForAnswer(draft.kind);
  return (
    <>
      {waits ? (
        <div className="grid items-start gap-3 @min-[380px]:grid-cols-3">
          <DraftInput form={form} field="interval" inputMode="decimal" maxLength={8} aside={longWords(draft.interval)} hint="At least 2" />
          <DraftInput form={form} field="timeout" inputMode="decimal" maxLength={5} hint="Then it fails" />
          <DraftInput form={form} field="slow" inputMode="numeric" maxLength={5} hint="Then it warns; empty: never" />
        </div>
      ) : null}
      <ChoiceGroup label="When it goes down" error={errors.flash?.message ?? errors.incident?.message ?? errors.priority?.message}>
        <div className="grid gap-2">
          <label className="flex items-center gap-2 text-sm">
            <Checkbox {...form.register('flash')} /> {FIELD_LABELS.flash}
          </label>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <label className="flex items-center gap-2 text-sm">
              <Checkbox {...form.register('incident')} /> {FIELD_LABELS.incident}
            </label>
            <Select aria-label={FIELD_LABELS.priority} {...form.register('priority')} className="[&>select]:h-7 [&>select]:text-sm">
              {PRIORITIES.map((priority) => (
                <option key={priority} value={priority}>
                  {priority} {PRIORITY_LOOK[priority].word}
                </option>
              ))}
            </Select>
          </div>
        </div>
      </ChoiceGroup>
      <label className="flex items-center gap-2 text-sm">
        <Checkbox {...form.register('isPublic')} /> Named in the public status summary
      </label>
    </>
  );
}

/** A number of seconds in words, from a minute on. */
export function longWords(seconds: string): string | null {
  const ms = number(seconds) * 1_000;
  return ms >= 60_000 ? formatDuration(ms) : null;
}
