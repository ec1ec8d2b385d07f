'use client';

import { useMutation } from '@tanstack/react-query';
import { testMonitor } from '@/lib/queries/monitors';
import { RequestError } from '@/lib/queries/http';
import { DRAFT_FIELDS, type Draft } from './draft';
import { fieldOf, readTest, type ReadyTest } from './read-draft';
import type { MonitorForm } from './use-monitor-form';

/** Looks once with what is typed, saved or not. */
export function useTestDraft(form: MonitorForm['form'], monitorId: string | null) {
  const testing = useMutation({
    mutationFn: ({ test }: { test: ReadyTest; draft: Draft }) => testMonitor({ ...test, ...(monitorId === null ? {} : { id: monitorId }) }),
    networkMode: 'always',
    onError: (error, { draft }) => {
      if (!(error instanceof RequestError)) return;
      for (const { path, message } of error.fields) {
        const field = fieldOf(path, draft.kind);
        if (field) form.setError(field, { message });
      }
    },
  });

  return {
    pending: testing.isPending,
    result: testing.data ?? null,
    failure: testing.error?.message ?? null,
    /** The draft that was tested. */
    draft: testing.variables?.draft ?? null,
    test: () => {
      if (testing.isPending) return;
      const draft = form.getValues();
      const read = readTest(draft);
      form.clearErrors([...DRAFT_FIELDS]);
      if ('test' in read) return testing.mutate({ test: read.test, draft });
      testing.reset();
      for (const { field, message } of read.problems) if (field) form.setError(field, { message });
      const first = read.problems.find(({ field }) => field !== null)?.field;
      if (first) form.setFocus(first);
    },
  };
}
