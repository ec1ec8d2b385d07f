'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface RejectFormProps {
  readonly busy: boolean;
  readonly onReject: (reason: string) => void;
  readonly onBack: () => void;
}

/** Asks why a notice is rejected. */
export function RejectForm({ busy, onReject, onBack }: RejectFormProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === '');
        if (reason.trim() !== '') onReject(reason);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <Field label="Why is it rejected?" error={missing ? 'Say why.' : undefined} className="min-w-48 flex-1">
        {(wiring) => <Input {...wiring} autoFocus autoComplete="off" maxLength={280} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Button type="submit" look="primary" disabled={busy}>
        Reject notice
      </Button>
      <Button onClick={onBack}>Back</Button>
    </form>
  );
}
