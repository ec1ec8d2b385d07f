'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wantsAck } from '@/components/flash/live-entries';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { flashKeys, saveTemplate } from '@/lib/queries/flash';
import type { Draft } from './draft';

interface SaveTemplateProps {
  readonly draft: () => Draft;
}

/** Keeps the present text under a name. */
export function SaveTemplate({ draft }: SaveTemplateProps) {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () => {
      const { level, title, body, audience, requiresAck } = draft();
      return saveTemplate({ name, level, title, body, audience, requiresAck: wantsAck({ level, requiresAck }) });
    },
    networkMode: 'always',
    onSuccess: () => {
      setName('');
      return queryClient.invalidateQueries({ queryKey: flashKeys.templates });
    },
  });

  return (
    <form
      className="border-t p-3"
      onSubmit={(event) => {
        event.preventDefault();
        // The popover stands in a portal, but React hands its events up to the composer's form.
        event.stopPropagation();
        saving.mutate();
      }}
    >
      <Field label="Keep the present text as" error={saving.isError ? `Not kept. ${saving.error.message}` : undefined}>
        {(wiring) => (
          <div className="flex gap-1.5">
            <Input {...wiring} required maxLength={60} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
            <Button type="submit" disabled={saving.isPending}>
              Keep
            </Button>
          </div>
        )}
      </Field>
      <p role="status" className="text-xs text-ok">
        {saving.isSuccess && name === '' ? 'Kept.' : ''}
      </p>
    </form>
  );
}
