'use client';

import { useState, type FormEvent } from 'react';
import { PasswordInput } from '@/components/sign-in/password-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { changeAccountSchema, PASSWORD_MIN, type ChangeAccount } from '@/lib/protocol/account';
import type { Account } from '@/lib/protocol/answers';
import { problemsOf, refusalOf, type AccountProblems } from './account-problems';
import { RoleSelect } from './role-select';

interface AccountFormProps {
  readonly account: Account;
  readonly isOwn: boolean;
  /** Rejects with RequestError. */
  readonly onSubmit: (change: ChangeAccount) => Promise<void>;
  readonly onCancel: () => void;
}

/** Another role, another password, or both. What was typed stays, whatever goes wrong. */
export function AccountForm({ account, isOwn, onSubmit, onCancel }: AccountFormProps) {
  const [role, setRole] = useState(account.role);
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<AccountProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const changes = { ...(role === account.role ? {} : { role }), ...(password === '' ? {} : { password }) };
    if (Object.keys(changes).length === 0) return onCancel();
    const read = changeAccountSchema.safeParse({ id: account.id, ...changes });
    if (!read.success) return setProblems(problemsOf(read.error.issues));
    setBusy(true);
    try {
      return await onSubmit(read.data);
    } catch (error) {
      const told = refusalOf(error);
      setProblems(told.problems);
      setRefused(told.words);
    }
    setBusy(false);
  };
  return (
    <form aria-label={`Edit ${account.name}`} noValidate onSubmit={(event) => void submit(event)} className="grid gap-3">
      <p>
        <span className="font-medium">{account.name}</span> <span className="text-text-muted">{account.email}</span>
      </p>
      <div className="grid items-start gap-3 sm:grid-cols-[10rem_20rem]">
        <Field label="Role" error={problems.role} hint={isOwn ? 'Another admin can change yours.' : undefined}>
          {(wiring) => <RoleSelect {...wiring} autoFocus={!isOwn} disabled={isOwn} value={role} onChoose={setRole} />}
        </Field>
        <PasswordInput
          isNew
          value={password}
          onChange={(text) => {
            setPassword(text);
            setProblems({});
          }}
          hint={`Left empty, it stays. At least ${PASSWORD_MIN} characters.`}
          error={problems.password}
        />
      </div>
      <p className="text-xs text-text-muted">{isOwn ? 'A new password signs you out everywhere, here too.' : 'Saving ends what this account has open; its owner signs in again.'}</p>
      {refused ? <Notice tone="warning">{refused}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={busy} aria-busy={busy}>
          {busy ? 'Saving' : 'Save'}
        </Button>
        <Button look="quiet" disabled={busy} onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
