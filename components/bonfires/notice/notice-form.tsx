'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { putBonfire } from '@/components/providers/bonfire-handlers';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import type { BonfireAnswer } from '@/lib/protocol/board-answers';
import { bonfireReference } from '@/lib/protocol/bonfire';
import { ADDRESS_MAX } from '@/lib/protocol/place';
import { createBonfire } from '@/lib/queries/bonfires';
import { RequestError } from '@/lib/queries/http';
import { useConnection } from '@/stores/connection';
import { BanFlag } from '../ban-flag';
import { EMPTY_DRAFT, type DraftField, type DraftRules } from './draft';
import { loadDraft, saveDraft } from './draft-storage';
import { useDraftTimes } from './use-draft-times';
import { useNotice } from './use-notice';

const RULES: DraftRules = { now: () => Date.now() + useConnection.getState().clockOffsetMs, startsNow: true };

interface NoticeFormProps {
  readonly userId: string;
  readonly onShow: (bonfireId: string) => void;
}

/** Takes a notice by telephone. Nothing typed here is lost: not by a refusal, not by a reload. */
export function NoticeForm({ userId, onShow }: NoticeFormProps) {
  const queryClient = useQueryClient();
  const [registered, setRegistered] = useState<BonfireAnswer | null>(null);
  const { form, submit, sending, failure } = useNotice({
    rules: RULES,
    send: createBonfire,
    onSent: (answer) => {
      putBonfire(queryClient, answer.bonfire);
      setRegistered(answer);
    },
  });
  useKey('n', 'New bonfire notice', () => form.setFocus('name'));

  useEffect(() => {
    form.reset(loadDraft(userId) ?? EMPTY_DRAFT);
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => saveDraft(userId, values) });
  }, [form, userId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || sending) return;
    event.preventDefault();
    void submit();
  };
  const text = (field: Exclude<DraftField, 'landownerConsent'>) => ({ field: form.register(field), error: form.formState.errors[field]?.message });

  return (
    <Panel title="New notice" actions={<Kbd keys="n" />}>
      <form
        // Its draft, which the tab keeps, tells whether there is something in it.
        data-unfinished={false}
        onSubmit={(event) => {
          setRegistered(null);
          void submit(event);
        }}
        onKeyDown={onKeyDown}
        noValidate
        className="@container grid gap-3 p-3"
      >
        <div className="grid items-start gap-3 @min-[380px]:grid-cols-2">
          <TextField label="Name" {...text('name')} maxLength={80} />
          <TextField label="Phone" type="tel" {...text('phone')} maxLength={24} />
          <TextField label="Address" {...text('address')} maxLength={ADDRESS_MAX} />
          <TextField label="Municipality" {...text('municipality')} maxLength={60} />
          <Times form={form} />
          <TextField label="Material" {...text('material')} maxLength={120} />
          <TextField label="Extent" {...text('extent')} maxLength={120} />
          <TextField label="To put it out" {...text('extinguishing')} maxLength={160} />
          <TextField label="Responsible" {...text('responsible')} maxLength={80} />
        </div>
        <label className="flex items-center gap-2 text-sm">
          <Checkbox {...form.register('landownerConsent')} /> The landowner has agreed
        </label>
        {failure ? <Notice tone="warning">{failureWords(failure)}</Notice> : null}
        {registered ? (
          <Notice
            tone={registered.delivery === 'queued' ? 'warning' : 'ok'}
            action={
              <Button size="sm" onClick={() => onShow(registered.bonfire.id)}>
                Show it
              </Button>
            }
          >
            Registered as <span className="figures font-medium">{bonfireReference(registered.bonfire.id)}</span>.
            {registered.delivery === 'queued' ? ' The event log is down; other screens learn of it when it is back.' : ''}
          </Notice>
        ) : null}
        <div className="flex items-center gap-2">
          <Button type="submit" look="primary" size="lg" disabled={sending} aria-keyshortcuts="Control+Enter">
            {sending ? 'Registering' : 'Register'}
            <Kbd keys="Ctrl ⏎" />
          </Button>
          <Button size="lg" look="quiet" disabled={sending} onClick={() => form.reset(EMPTY_DRAFT)}>
            Clear
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Times({ form }: { readonly form: ReturnType<typeof useNotice<BonfireAnswer>>['form'] }) {
  const [startsAt, endsAt] = useWatch({ control: form.control, name: ['startsAt', 'endsAt'] });
  const { start, end, banned } = useDraftTimes({ startsAt, endsAt }, RULES.startsNow);
  const { errors } = form.formState;
  return (
    <>
      <TextField label="Starts" aside={startsAt ? start : null} hint="Empty means now" field={form.register('startsAt')} error={errors.startsAt?.message} />
      <TextField label="Ends" aside={end} hint={banned ? <BanFlag /> : 'Norwegian time'} field={form.register('endsAt')} error={errors.endsAt?.message} />
    </>
  );
}

interface TextFieldProps extends Pick<Parameters<typeof Field>[0], 'label' | 'aside' | 'hint' | 'error'> {
  readonly field: ReturnType<ReturnType<typeof useNotice<BonfireAnswer>>['form']['register']>;
  readonly type?: 'text' | 'tel';
  readonly maxLength?: number;
}

function TextField({ field, type = 'text', maxLength, ...around }: TextFieldProps) {
  return <Field {...around}>{(wiring) => <Input {...wiring} type={type} autoComplete="off" {...(maxLength ? { maxLength } : {})} {...field} />}</Field>;
}

function failureWords(error: Error): string {
  const kept = 'What you typed is kept.';
  if (!(error instanceof RequestError)) return `The notice was not registered. ${kept}`;
  if (error.status === 401) return `You are signed out, so the notice was not registered. ${kept} Sign in again and send it.`;
  return `The notice was not registered. ${error.message} ${kept}`;
}
