'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { FIELD_LABELS } from './changes';
import type { DraftField } from './draft';
import type { MonitorForm } from './use-monitor-form';

interface DraftInputProps extends Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'maxLength' | 'placeholder' | 'autoComplete'> {
  readonly form: MonitorForm['form'];
  readonly field: DraftField;
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly fieldClassName?: string;
}

/** One line of the draft under its label, with what is wrong beneath. */
export function DraftInput({ form, field, hint, aside, fieldClassName, inputMode, autoComplete = 'off', ...input }: DraftInputProps) {
  return (
    <Field label={FIELD_LABELS[field]} hint={hint} aside={aside} error={form.formState.errors[field]?.message} {...(fieldClassName ? { className: fieldClassName } : {})}>
      {(wiring) => (
        <Input
          {...wiring}
          {...form.register(field)}
          {...input}
          inputMode={inputMode}
          autoComplete={autoComplete}
          spellCheck={false}
          className={inputMode === 'numeric' || inputMode === 'decimal' ? 'figures' : undefined}
        />
      )}
    </Field>
  );
}
