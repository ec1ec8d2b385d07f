'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { AlertSeverities } from '@/lib/protocol/alert-severities';
import { PRIORITIES } from '@/lib/protocol/incident';
import { putSeverities, severitiesQuery } from '@/lib/queries/alerts';
import { RequestError } from '@/lib/queries/http';
import { draftOfSeverities, readySeveritiesSchema, severitiesDraftSchema, type SeveritiesDraft } from './severities-draft';

interface SeveritiesFormProps {
  readonly severities: AlertSeverities;
}

/** One line of words for each priority, and what every other word means. */
export function SeveritiesForm({ severities }: SeveritiesFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<SeveritiesDraft, unknown, AlertSeverities>({
    resolver: zodResolver(readySeveritiesSchema),
    defaultValues: draftOfSeverities(severities),
    values: draftOfSeverities(severities),
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const saving = useMutation({
    mutationFn: putSeverities,
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: (answer) => {
      queryClient.setQueryData(severitiesQuery.queryKey, answer);
      form.reset(draftOfSeverities(answer.severities));
    },
    onError: (error) => {
      if (!(error instanceof RequestError)) return;
      for (const { path, message } of error.fields) {
        const field = severitiesDraftSchema.keyof().safeParse(path.split('.')[0]);
        if (field.success) form.setError(field.data, { message });
      }
    },
  });
  const submit = form.handleSubmit((ready) => saving.mutate(ready));

  return (
    <form data-unfinished={isDirty} aria-label="Severities of alerts" noValidate onSubmit={(event) => void submit(event)} className="grid gap-3 p-3">
      <p className="text-sm text-text-muted">What the label severity, priority or level of an alert from Alertmanager or Grafana means here. Words with commas between, in any case.</p>
      {PRIORITIES.map((priority) => (
        <Field key={priority} label={`${priority} ${PRIORITY_LOOK[priority].word}`} error={errors[priority]?.message}>
          {(wiring) => <Input {...wiring} {...form.register(priority)} autoComplete="off" spellCheck={false} maxLength={2_000} />}
        </Field>
      ))}
      <Field label="Any other word, or none" error={errors.otherwise?.message}>
        {(wiring) => (
          <Select {...wiring} {...form.register('otherwise')} className="w-full">
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {priority} {PRIORITY_LOOK[priority].word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {saving.isError ? <Notice tone="warning">Not saved. {saving.error.message} What you typed is kept.</Notice> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" disabled={saving.isPending || !isDirty}>
          Save
        </Button>
        <Button disabled={saving.isPending || !isDirty} onClick={() => form.reset(draftOfSeverities(severities))}>
          Discard
        </Button>
        <p role="status" className="text-xs text-text-muted">
          {saving.isSuccess && !isDirty ? 'Saved. It holds for alerts from now on.' : ''}
        </p>
      </div>
    </form>
  );
}
