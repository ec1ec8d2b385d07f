'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { FlashAnswer, Me } from '@/lib/protocol/answers';
import { flashKeys, sendFlash } from '@/lib/queries/flash';
import { RequestError } from '@/lib/queries/http';
import { useConnection } from '@/stores/connection';
import { newClientMsgId } from './client-msg-id';
import { composerSchema, draftSchema, emptyDraft, type Draft, type ReadyFlash } from './draft';
import { loadDraft, saveDraft } from './draft-storage';

const FIELDS: ReadonlySet<string> = new Set(Object.keys(draftSchema.shape));
const schema = composerSchema(() => Date.now() + useConnection.getState().clockOffsetMs);

/** How the last send ended. `earlier`: this draft had gone out before, with other words. */
export interface SendOutcome extends FlashAnswer {
  readonly earlier: boolean;
}

/** The composer's state: a form whose draft survives a reload, and sending it. */
export function useComposer(me: Me, onSent: (answer: FlashAnswer) => void) {
  const queryClient = useQueryClient();
  const [outcome, setOutcome] = useState<SendOutcome | null>(null);
  const form = useForm<Draft, unknown, ReadyFlash>({
    resolver: zodResolver(schema),
    defaultValues: emptyDraft(''),
  });

  useEffect(() => {
    form.reset(loadDraft(me.id) ?? emptyDraft(newClientMsgId()));
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => saveDraft(me.id, values) });
  }, [form, me.id]);

  const sending = useMutation({
    mutationFn: sendFlash,
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: (answer, sent) => {
      void queryClient.invalidateQueries({ queryKey: flashKeys.history });
      // The server answers a repeated id with what it has: an earlier try that did arrive, maybe with other words.
      const earlier = answer.flash.title !== sent.title || answer.flash.body !== sent.body || answer.flash.level !== sent.level;
      setOutcome({ ...answer, earlier });
      if (earlier) return form.setValue('clientMsgId', newClientMsgId());
      form.reset(emptyDraft(newClientMsgId()));
      onSent(answer);
    },
    onError: (error) => {
      if (!(error instanceof RequestError)) return;
      for (const { path, message } of error.fields) {
        if (isField(path)) form.setError(path, { message });
      }
    },
  });

  return {
    form,
    sending: sending.isPending,
    /** Why the last try failed; null when it did not. */
    failure: sending.isError ? failureWords(sending.error) : null,
    outcome,
    dismissOutcome: () => setOutcome(null),
    send: (flash: ReadyFlash) => {
      setOutcome(null);
      sending.mutate(flash);
    },
  };
}

function isField(path: string): path is keyof Draft {
  return FIELDS.has(path);
}

function failureWords(error: Error): string {
  const kept = 'Your text is kept.';
  if (!(error instanceof RequestError)) return `The message was not sent. ${kept}`;
  if (error.status === 401) return `You are signed out, so the message was not sent. ${kept} Sign in again and send it.`;
  return `The message was not sent. ${error.message} ${kept}`;
}
