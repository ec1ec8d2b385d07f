'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import type { Monitor } from '@/lib/protocol/monitor';
import { RequestError } from '@/lib/queries/http';
import { createMaintenance, monitorKeys } from '@/lib/queries/monitors';
import { freshMaintenance, maintenanceDraftSchema, readyMaintenanceSchema, type MaintenanceDraft, type ReadyMaintenance } from './maintenance-draft';

interface MaintenanceFormProps {
  readonly monitors: readonly Monitor[];
  /** When it was opened, by the server's clock in milliseconds. */
  readonly openedAt: number;
  readonly onClose: () => void;
}

/** Plans a time in which services may fail without anybody being called. */
export function MaintenanceForm({ monitors, openedAt, onClose }: MaintenanceFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<MaintenanceDraft, unknown, ReadyMaintenance>({ resolver: zodResolver(readyMaintenanceSchema), defaultValues: freshMaintenance(openedAt) });
  const [scope, startsAt, endsAt] = useWatch({ control: form.control, name: ['scope', 'startsAt', 'endsAt'] });
  const { errors } = form.formState;
  const planning = useMutation({
    mutationFn: createMaintenance,
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: monitorKeys.maintenance });
      onClose();
    },
    onError: (error) => {
      if (!(error instanceof RequestError)) return;
      for (const { path, message } of error.fields) {
        const field = maintenanceDraftSchema.keyof().safeParse(path.split('.')[0]);
        if (field.success) form.setError(field.data, { message });
      }
    },
  });
  const submit = form.handleSubmit((ready) => planning.mutate(ready));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || form.formState.isDirty) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <form aria-label="Plan maintenance" noValidate onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown} className="@container grid gap-3 border-b p-3">
      <Field label="Title" hint="What is being done; everybody can read it" error={errors.title?.message}>
        {(wiring) => <Input {...wiring} {...form.register('title')} autoFocus autoComplete="off" maxLength={80} />}
      </Field>
      <div className="grid items-start gap-3 @min-[420px]:grid-cols-2">
        <Field label="From" aside={hours(startsAt)} error={errors.startsAt?.message}>
          {(wiring) => <Input {...wiring} {...form.register('startsAt')} type="datetime-local" className="figures" />}
        </Field>
        <Field label="To" aside={hours(endsAt)} error={errors.endsAt?.message}>
          {(wiring) => <Input {...wiring} {...form.register('endsAt')} type="datetime-local" className="figures" />}
        </Field>
      </div>
      <ChoiceGroup label="Services" error={errors.monitorIds?.message}>
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <label className="flex items-center gap-2">
            <input type="radio" value="all" {...form.register('scope')} className="accent-accent" /> All of them
          </label>
          <label className="flex items-center gap-2">
            <input type="radio" value="some" {...form.register('scope')} className="accent-accent" /> Only these
          </label>
        </div>
        {scope === 'some' ? (
          <div className="mt-2 grid max-h-48 gap-x-4 gap-y-1.5 overflow-y-auto text-sm @min-[420px]:grid-cols-2">
            {monitors.map(({ id, name }) => (
              <label key={id} className="flex min-w-0 items-center gap-2">
                <Checkbox value={id} {...form.register('monitorIds')} />
                <span className="truncate">{name}</span>
              </label>
            ))}
          </div>
        ) : null}
      </ChoiceGroup>
      {planning.isError ? <Notice tone="warning">Not planned. {planning.error.message} What you typed is kept.</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={planning.isPending}>
          {planning.isPending ? 'Planning' : 'Plan it'}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Back
        </Button>
      </div>
    </form>
  );
}

// The browser's own field shows a 12-hour clock to many.
function hours(local: string): string {
  return local.slice(-5);
}
