'use client';

import { useRef, useState, type FormEvent } from 'react';
import { PasswordInput } from '@/components/sign-in/password-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { typeOnIn } from '@/components/ui/type-on';
import { ACCOUNT_NAME_MAX, newAccountSchema, PASSWORD_MIN, type NewAccount } from '@/lib/protocol/account';
import type { Role } from '@/lib/protocol/permissions';
import { problemsOf, refusalOf, type AccountProblems } from './account-problems';
import { RoleSelect } from './role-select';

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

const BLANK: Draft = { name: '', email: '', role: 'dispatcher', password: '' };

interface NewAccountFormProps {
  /** Rejects with RequestError. */
  readonly onSubmit: (account: NewAccount) => Promise<void>;
}

/** Somebody who is to sign in from now on. What was typed stays, whatever goes wrong. */
export function NewAccountForm({ onSubmit }: NewAccountFormProps) {
  const [draft, setDraft] = useState(BLANK);
  const [problems, setProblems] = useState<AccountProblems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const type = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch });
    setProblems({});
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const read = newAccountSchema.safeParse(draft);
    if (!read.success) return setProblems(problemsOf(read.error.issues));
    setBusy(true);
    try {
      await onSubmit(read.data);
      typeOnIn(first, () => {
        setDraft({ ...BLANK, role: draft.role });
        setBusy(false);
      });
    } catch (error) {
      setBusy(false);
      const told = refusalOf(error);
      setProblems(told.problems);
      setRefused(told.words);
    }
  };
  return (
    <form aria-label="Make an account" noValidate data-unfinished={draft.name + draft.email + draft.password !== ''} onSubmit={(event) => void submit(event)} className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-[1fr_1fr_10rem_1fr]">
        <Field label="Name" hint="As the room sees it." error={problems.name}>
          {(wiring) => <Input {...wiring} ref={first} autoComplete="off" maxLength={ACCOUNT_NAME_MAX} className="h-10" value={draft.name} onChange={(event) => type({ name: event.target.value })} />}
        </Field>
        <Field label="E-mail" error={problems.email}>
          {(wiring) => (
            <Input {...wiring} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} className="h-10" value={draft.email} onChange={(event) => type({ email: event.target.value })} />
          )}
        </Field>
        <Field label="Role" error={problems.role}>
          {(wiring) => <RoleSelect {...wiring} value={draft.role} onChoose={(role) => type({ role })} />}
        </Field>
        <PasswordInput isNew value={draft.password} onChange={(password) => type({ password })} hint={`At least ${PASSWORD_MIN} characters. Hand it over in person.`} error={problems.password} />
      </div>
      {refused ? <Notice tone="warning">{refused}</Notice> : null}
      <Button type="submit" look="primary" className="justify-self-start" disabled={busy} aria-busy={busy}>
        {busy ? 'Making it' : 'Make the account'}
      </Button>
    </form>
  );
}
