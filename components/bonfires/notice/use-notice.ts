'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CreateBonfire } from '@/lib/protocol/bonfire';
import { RequestError } from '@/lib/queries/http';
import { EMPTY_DRAFT, fieldOf, noticeSchema, type Draft, type DraftRules, type ReadyBonfire } from './draft';
import { createMsgIdKeeper } from './msg-id-keeper';

interface NoticeOptions<Answer> {
  readonly rules: DraftRules;
  readonly send: (bonfire: CreateBonfire) => Promise<Answer>;
  /** Called after the form has been emptied. */
  readonly onSent: (answer: Answer) => void;
}

/** A form for a notice and its sending. What was typed stays until the server has taken it. */
export function useNotice<Answer>({ rules, send, onSent }: NoticeOptions<Answer>) {
  const [msgIds] = useState(createMsgIdKeeper);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const form = useForm<Draft, unknown, ReadyBonfire>({ resolver: zodResolver(noticeSchema(rules)), defaultValues: EMPTY_DRAFT });

  const submit = form.handleSubmit(async (bonfire) => {
    setSending(true);
    setFailure(null);
    try {
      const answer = await send({ ...bonfire, clientMsgId: msgIds.idFor(JSON.stringify(form.getValues())) });
      msgIds.forget();
      form.reset(EMPTY_DRAFT);
      onSent(answer);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setFailure(error);
      if (error instanceof RequestError) tellAtFields(error);
    } finally {
      setSending(false);
    }
  });

  const tellAtFields = ({ fields }: RequestError) => {
    for (const { path, message } of fields) {
      const field = fieldOf(path);
      if (field) form.setError(field, { message });
    }
  };

  return { form, submit, sending, failure };
}
