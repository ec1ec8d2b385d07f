'use client';

import type { z } from 'zod';
import { useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { formatDuration } from '@/components/ui/format-time';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { useHydrated } from '@/components/ui/use-now';
import type { publicBonfireAnswerSchema } from '@/lib/protocol/board-answers';
import { ADDRESS_MAX } from '@/lib/protocol/place';
import { sendPublicBonfire } from '@/lib/queries/bonfires';
import { RequestError } from '@/lib/queries/http';
import type { DraftField } from '../notice/draft';
import { useDraftTimes } from '../notice/use-draft-times';
import { useNotice } from '../notice/use-notice';
import { BanRules } from './ban-rules';
import type { PublicWords } from './words';

export type PublicAnswer = z.infer<typeof publicBonfireAnswerSchema>;

const RULES = { now: () => Date.now(), startsNow: false };

interface PublicFormProps {
  readonly words: PublicWords;
  readonly onSent: (answer: PublicAnswer) => void;
}

/** The form for strangers. What was typed stays whatever goes wrong, also when the language changes. */
export function PublicForm({ words, onSent }: PublicFormProps) {
  const alive = useHydrated();
  const { form, submit, sending, failure } = useNotice({ rules: RULES, send: sendPublicBonfire, onSent });
  const { errors } = form.formState;

  const input = (field: Exclude<DraftField, 'landownerConsent'>, props: Parameters<typeof Input>[0] = {}) => {
    const { label, hint, problem } = words.fields[field];
    return (
      <Field label={label} {...(hint ? { hint } : {})} error={errors[field] ? problem : undefined} className="[&_label]:text-md [&_p]:text-base">
        {(wiring) => <Input {...wiring} className="h-12 text-md pointer-coarse:h-12" {...props} {...form.register(field)} />}
      </Field>
    );
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      {/* Until the page is alive it would not keep what is typed. */}
      <fieldset disabled={!alive} className="grid min-w-0 items-start gap-5 sm:grid-cols-2">
        {input('name', { autoComplete: 'name', maxLength: 80 })}
        {input('phone', { type: 'tel', autoComplete: 'tel', maxLength: 24 })}
        {input('address', { autoComplete: 'street-address', maxLength: ADDRESS_MAX })}
        {input('municipality', { maxLength: 60 })}
        {input('startsAt', { type: 'datetime-local' })}
        {input('endsAt', { type: 'datetime-local' })}
        <BanWarning form={form} words={words} />
        {input('material', { maxLength: 120 })}
        {input('extent', { maxLength: 120 })}
        {input('extinguishing', { maxLength: 160 })}
        {input('responsible', { maxLength: 80 })}
        <label className="flex min-h-11 items-center gap-3 sm:col-span-2">
          <Checkbox className="size-6 [&>input]:size-6" {...form.register('landownerConsent')} /> {words.landownerConsent}
        </label>
      </fieldset>
      {Object.keys(errors).length > 0 ? <Notice tone="warning" className="text-md">{words.checkFields}</Notice> : null}
      {failure ? (
        <Notice tone="warning" className="text-md">
          {failureWords(failure, words)} {words.refused.kept}
        </Notice>
      ) : null}
      <div className="grid gap-3">
        <Button type="submit" look="primary" className="h-13 w-full text-md sm:w-auto sm:justify-self-start sm:px-8" disabled={!alive || sending}>
          {sending ? words.sending : words.send}
        </Button>
        <p className="text-base text-text-muted">{words.privacy}</p>
      </div>
    </form>
  );
}

function BanWarning({ form, words }: { readonly form: ReturnType<typeof useNotice<PublicAnswer>>['form']; readonly words: PublicWords }) {
  const [startsAt, endsAt] = useWatch({ control: form.control, name: ['startsAt', 'endsAt'] });
  const { banned } = useDraftTimes({ startsAt, endsAt }, RULES.startsNow);
  return banned ? (
    <div className="sm:col-span-2">
      <BanRules words={words} />
    </div>
  ) : null;
}

function failureWords(failure: Error, { refused }: PublicWords): string {
  if (!(failure instanceof RequestError)) return refused.other;
  if (failure.code === 'network') return refused.network;
  if (failure.status === 429) return refused.busy(failure.retryAfterMs === null ? null : formatDuration(failure.retryAfterMs));
  return refused.other;
}
