'use client';

import { useState, type KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { Textarea } from '@/components/ui/textarea';
import type { FlashAnswer, Me } from '@/lib/protocol/answers';
import { FLASH_BODY_MAX, FLASH_TITLE_MAX, type FlashTemplate } from '@/lib/protocol/flash';
import { AckField } from './ack-field';
import { AudienceField } from './audience-field';
import { newClientMsgId } from './client-msg-id';
import { ConfirmCritical } from './confirm-critical';
import { emptyDraft, hasContent, type ReadyFlash } from './draft';
import { LevelCards } from './level-cards';
import { Preview } from './preview';
import { SentNotice } from './sent-notice';
import { TemplatePicker } from './template-picker';
import { TimingFields } from './timing-fields';
import { useComposer } from './use-composer';

interface ComposerProps {
  readonly me: Me;
  readonly onSent: (answer: FlashAnswer) => void;
}

/** Writes and sends a message. Nothing typed here is ever lost: not by a reload, not by a failed send. */
export function Composer({ me, onSent }: ComposerProps) {
  const { form, send, sending, failure, outcome, dismissOutcome } = useComposer(me, onSent);
  const [toConfirm, setToConfirm] = useState<ReadyFlash | null>(null);
  const draft = useWatch({ control: form.control });
  const { register, formState, setValue } = form;
  const { errors } = formState;
  const { level = 'info', title = '', body = '', audience = [], requiresAck = false, startsAt = '', expiresAt = '60' } = draft;
  const critical = level === 'critical';

  const submit = form.handleSubmit((flash) => (flash.level === 'critical' ? setToConfirm(flash) : send(flash)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || sending || toConfirm) return;
    event.preventDefault();
    void submit();
  };
  const fill = (template: FlashTemplate) => {
    const values = { level: template.level, title: template.title, body: template.body, audience: template.audience, requiresAck: template.requiresAck };
    form.reset({ ...form.getValues(), ...values });
  };

  return (
    <Panel title="Compose" actions={<TemplatePicker onPick={fill} draft={form.getValues} />}>
      <form data-unfinished={title.trim() !== '' || body.trim() !== ''} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown} noValidate className="grid gap-4 p-3">
        <LevelCards field={register('level')} error={errors.level?.message} />
        <Field label="Title" aside={`${title.length}/${FLASH_TITLE_MAX}`} error={errors.title?.message}>
          {(wiring) => <Input {...wiring} maxLength={FLASH_TITLE_MAX} autoComplete="off" {...register('title')} />}
        </Field>
        <Field label="Text" aside={`${body.length}/${FLASH_BODY_MAX}`} error={errors.body?.message}>
          {(wiring) => <Textarea {...wiring} rows={3} maxLength={FLASH_BODY_MAX} {...register('body')} />}
        </Field>
        <AudienceField field={register('audience')} audience={audience} error={errors.audience?.message} />
        <AckField
          required={register('requiresAck')}
          deadline={register('ackDeadline')}
          always={critical}
          wanted={critical || requiresAck}
          error={errors.ackDeadline?.message}
        />
        <TimingFields
          start={register('startsAt')}
          expiry={register('expiresAt')}
          startsAt={startsAt}
          expiresAt={expiresAt}
          startError={errors.startsAt?.message}
          expiryError={errors.expiresAt?.message}
          onStart={(at) => setValue('startsAt', at, { shouldValidate: formState.isSubmitted })}
        />
        <Preview level={level} title={title} body={body} sender={me.name} requiresAck={requiresAck} />
        {failure ? <Notice tone="warning">{failure}</Notice> : null}
        {outcome ? <SentNotice outcome={outcome} onDismiss={dismissOutcome} /> : null}
        <div className="flex items-center gap-2">
          <Button type="submit" look={critical ? 'critical' : 'primary'} size="lg" disabled={sending} aria-keyshortcuts="Control+Enter">
            {sending ? 'Sending' : startsAt ? 'Schedule' : critical ? 'Send critical message' : 'Send'}
            <Kbd keys="Ctrl ⏎" />
          </Button>
          <Button size="lg" look="quiet" disabled={sending || !hasContent({ ...emptyDraft(''), title, body })} onClick={() => form.reset(emptyDraft(newClientMsgId()))}>
            Clear
          </Button>
        </div>
      </form>
      <ConfirmCritical
        flash={toConfirm}
        sender={me.name}
        onCancel={() => setToConfirm(null)}
        onConfirm={(flash) => {
          setToConfirm(null);
          send(flash);
        }}
      />
    </Panel>
  );
}
