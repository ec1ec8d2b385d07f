'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Monitor } from '@/lib/protocol/monitor';
import { RequestError } from '@/lib/queries/http';
import { createMonitor, patchMonitor } from '@/lib/queries/monitors';
import { learnFromRefusal, putMonitor } from '../monitor-cache';
import { changedFields, changesBetween, rebase } from './changes';
import { draftOf, EMPTY_DRAFT, type Draft } from './draft';
import { keepDraft, loadDraft, type Seen } from './kept-draft';
import { fieldOf, patchOf, readyMonitorSchema, type ReadyMonitor } from './read-draft';

interface MonitorFormInput {
  readonly userId: string;
  /** What is edited, as it is now; null for a new one. */
  readonly monitor: Monitor | null;
  /** It was deleted while it stood here: saving adds it again. */
  readonly gone: boolean;
  readonly onSaved: (monitor: Monitor) => void;
}

/**
 * The form of a monitor and its saving. What is typed stays until it is saved or dropped: over a refusal, over what
 * somebody else saves meanwhile, over a reload too. Only in the browser.
 */
export function useMonitorForm({ userId, monitor, gone, onSaved }: MonitorFormInput) {
  const queryClient = useQueryClient();
  const id = monitor?.id ?? null;
  const now = monitor ? draftOf(monitor) : EMPTY_DRAFT;
  const [first] = useState(() => loadDraft(sessionStorage, userId, id));
  const [seen, setSeen] = useState(first?.seen ?? null);
  const form = useForm<Draft, unknown, ReadyMonitor>({ resolver: zodResolver(readyMonitorSchema), defaultValues: first?.draft ?? now });
  const draft: Draft = { ...now, ...useWatch({ control: form.control }) };
  const touched = changedFields(now, draft);
  const theirs = monitor && seen && !gone ? changesBetween(seen.draft, now) : [];

  const followed = useRef<Seen>(first?.seen ?? seenOf(monitor));
  useEffect(() => {
    const before = followed.current;
    followed.current = seenOf(monitor);
    const typed = form.getValues();
    const merged = rebase(typed, before.draft, followed.current.draft);
    for (const field of changedFields(typed, merged)) form.setValue(field, merged[field]);
  }, [form, monitor]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          // Whoever has typed nothing sees what others save as they save it.
          const base = changedFields(followed.current.draft, values).length > 0 ? (seen ?? followed.current) : null;
          setSeen(base);
          keepDraft(sessionStorage, userId, id, base && { seen: base, draft: values });
        },
      }),
    [form, userId, id, seen],
  );

  const startAfresh = (from: Monitor | null) => {
    followed.current = seenOf(from);
    setSeen(null);
    form.reset(followed.current.draft);
    keepDraft(sessionStorage, userId, id, null);
  };
  const saving = useMutation({
    mutationFn: ({ ready, version }: { ready: ReadyMonitor; version: number }) =>
      monitor && !gone ? patchMonitor(monitor.id, { ...patchOf(ready, monitor), version }) : createMonitor(ready),
    // Offline must be said at once, not waited out in silence.
    networkMode: 'always',
    onSuccess: ({ monitor: saved }) => {
      putMonitor(queryClient, saved);
      startAfresh(monitor && !gone ? saved : null);
      onSaved(saved);
    },
    onError: (error) => {
      learnFromRefusal(queryClient, error);
      if (!(error instanceof RequestError)) return;
      for (const { path, message } of error.fields) {
        const field = fieldOf(path, form.getValues('kind'));
        if (field) form.setError(field, { message });
      }
    },
  });

  const save = (version: number) => void form.handleSubmit((ready) => saving.mutate({ ready, version }))();
  const { error } = saving;
  const stale = error instanceof RequestError && error.code === 'stale_version';
  return {
    form,
    draft,
    touched,
    /** What somebody else saved since this person began to type. */
    theirs,
    saving: saving.isPending,
    saved: saving.isSuccess && touched.length === 0,
    failure: error && !(stale && theirs.length > 0) ? error.message : null,
    submit: () => {
      const nothing = monitor !== null && !gone && touched.length === 0;
      // Fields that look the same after all need nobody's eyes.
      if (!saving.isPending && !nothing) save(theirs.length > 0 && seen ? seen.version : seenOf(monitor).version);
    },
    applyAgain: () => {
      if (saving.isPending) return;
      setSeen(seenOf(monitor));
      save(seenOf(monitor).version);
    },
    drop: () => {
      startAfresh(monitor);
      saving.reset();
    },
  };
}

export type MonitorForm = ReturnType<typeof useMonitorForm>;

function seenOf(monitor: Monitor | null): Seen {
  return monitor ? { version: monitor.version, draft: draftOf(monitor) } : { version: 0, draft: EMPTY_DRAFT };
}
