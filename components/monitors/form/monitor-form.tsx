'use client';

import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { Field } from '@/components/ui/field';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Meanwhile } from '@/components/ui/meanwhile';
import type { Monitor } from '@/lib/protocol/monitor';
import { ADDABLE_KINDS, canBeTested, KIND_WORDS } from '../kind-words';
import { FIELD_LABELS } from './changes';
import { CommonFields } from './common-fields';
import { DraftInput } from './draft-input';
import { FormButtons } from './form-buttons';
import { KindFields } from './kind-fields';
import { TestOutcome } from './test-outcome';
import { useMonitorForm } from './use-monitor-form';
import { useTestDraft } from './use-test-draft';

interface MonitorFormProps {
  readonly userId: string;
  /** What is edited, as it is now; null for a new one. */
  readonly monitor: Monitor | null;
  /** It was deleted while it stood here. */
  readonly gone?: boolean;
  readonly onSaved: (monitor: Monitor) => void;
  readonly onClose?: () => void;
}

/** Adds a monitor, or edits one: the kind first, then what has to be known for it. */
export function MonitorForm({ userId, monitor, gone = false, onSaved, onClose }: MonitorFormProps) {
  const state = useMonitorForm({ userId, monitor, gone, onSaved });
  const { form, draft, touched, theirs, failure, submit } = state;
  const tested = useTestDraft(form, monitor && !gone ? monitor.id : null);
  const frame = useRef<HTMLFormElement>(null);
  const isNew = monitor === null;
  useKey('n', 'New monitor', () => form.setFocus('kind'), isNew);
  useEffect(() => {
    // Whoever chose a monitor wants to write; the form may stand below the list.
    if (isNew) return;
    frame.current?.scrollIntoView({ block: 'nearest' });
    form.setFocus('name');
  }, [form, isNew]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && touched.length === 0 && onClose) {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <form ref={frame} data-unfinished={!isNew || touched.length > 0} aria-label={isNew ? 'New monitor' : `Edit ${monitor.name}`} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate className="@container grid scroll-mt-3 gap-3 p-3">
      {gone ? <Notice tone="warning">Somebody deleted this monitor. What you typed is kept; saving it adds it as a new one.</Notice> : null}
      <div className="grid items-start gap-3 @min-[380px]:grid-cols-2">
        {isNew ? (
          <Field label={FIELD_LABELS.kind} hint={KIND_WORDS[draft.kind].use} error={form.formState.errors.kind?.message}>
            {(wiring) => (
              <Select {...wiring} {...form.register('kind')} className="w-full">
                {ADDABLE_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {KIND_WORDS[kind].word}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <div className="grid gap-1 text-sm">
            <span className="font-medium">{FIELD_LABELS.kind}</span>
            <span className="flex h-8 items-center pointer-coarse:h-10">{KIND_WORDS[draft.kind].word}</span>
            <span className="text-xs text-text-muted">{KIND_WORDS[draft.kind].use}</span>
          </div>
        )}
        <DraftInput form={form} field="name" hint="As the board calls it" maxLength={60} />
      </div>
      <KindFields form={form} draft={draft} monitor={monitor} />
      <CommonFields form={form} draft={draft} />
      <TestOutcome tested={tested} draft={draft} />
      {theirs.length > 0 ? <Meanwhile what="monitor" changes={theirs} typed={touched} /> : null}
      {failure ? <Notice tone="warning">Not saved. {failure} What you typed is kept.</Notice> : null}
      <FormButtons
        state={state}
        isNew={isNew || gone}
        tests={canBeTested(draft.kind) ? { pending: tested.pending, onTest: tested.test } : null}
        {...(onClose ? { onClose } : {})}
      />
    </form>
  );
}
