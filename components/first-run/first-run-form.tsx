'use client';

import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { PasswordInput } from '@/components/sign-in/password-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { useHydrated } from '@/components/ui/use-now';
import { ownValue } from '@/lib/core/own-value';
import { ACCOUNT_NAME_MAX, firstAdminSchema, PASSWORD_MIN, type FirstAdmin } from '@/lib/protocol/account';
import { makeFirstAdmin } from '@/lib/queries/first-run';
import { RequestError } from '@/lib/queries/http';

const BLANK: FirstAdmin = { token: '', name: '', email: '', password: '' };
type Problems = Partial<Record<keyof FirstAdmin, string>>;

/** Name, e-mail and password of the first admin, and the token. What was typed stays, whatever goes wrong. */
export function FirstRunForm() {
  const router = useRouter();
  const alive = useHydrated();
  const hash = useSyncExternalStore(subscribeToHash, () => window.location.hash, () => '');
  const [typed, setTyped] = useState<Partial<FirstAdmin>>({});
  // The part after # never leaves the browser, so the token stands in no log of any server.
  const draft: FirstAdmin = { ...BLANK, token: new URLSearchParams(hash.slice(1)).get('token') ?? '', ...typed };
  const [problems, setProblems] = useState<Problems>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const type = (field: keyof FirstAdmin) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
    setProblems({});
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    const checked = firstAdminSchema.safeParse(draft);
    if (!checked.success) return setProblems(byField(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))));
    setBusy(true);
    try {
      await makeFirstAdmin(draft);
      return router.replace('/sign-in?made=admin');
    } catch (error) {
      const fields = error instanceof RequestError ? byField(error.fields) : {};
      setProblems(fields);
      if (Object.keys(fields).length === 0) setRefused(error instanceof Error ? error.message : 'The reason is not known. Try again.');
    }
    setBusy(false);
  };

  const input = (field: 'token' | 'name' | 'email', label: string, props: Parameters<typeof Input>[0] = {}, hint?: string) => (
    <Field label={label} hint={hint} error={problems[field]}>
      {(wiring) => <Input {...wiring} name={field} required spellCheck={false} className="h-10" value={draft[field]} onChange={(event) => type(field)(event.target.value)} {...props} />}
    </Field>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      {/* Until the page is alive it would not keep what is typed. */}
      <fieldset disabled={!alive} className="grid min-w-0 gap-4">
        {input('token', 'Token', { autoComplete: 'off', autoCapitalize: 'none' }, 'Printed by the start of Watchroom. It works once.')}
        {input('name', 'Name', { autoComplete: 'name', maxLength: ACCOUNT_NAME_MAX }, 'As the room sees it.')}
        {input('email', 'E-mail', { type: 'email', autoComplete: 'username', autoCapitalize: 'none' })}
        <PasswordInput isNew value={draft.password} onChange={type('password')} hint={`At least ${PASSWORD_MIN} characters.`} error={problems.password} />
        {refused ? <Notice tone="warning">{refused}</Notice> : null}
        <Button type="submit" look="primary" size="lg" disabled={busy} aria-busy={busy}>
          {busy ? 'Making the account' : 'Make the account'}
        </Button>
      </fieldset>
    </form>
  );
}

function subscribeToHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function byField(found: readonly { readonly path: string; readonly message: string }[]): Problems {
  const messages = Object.fromEntries(found.map(({ path, message }) => [path, message]));
  return Object.fromEntries(Object.keys(BLANK).flatMap((field) => (ownValue(messages, field) ? [[field, ownValue(messages, field)]] : [])));
}
