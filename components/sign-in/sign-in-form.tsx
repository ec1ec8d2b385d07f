'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, type FormEvent } from 'react';
import { clearSessionCards } from '@/components/cards/session-cache';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { formatDuration } from '@/components/ui/format-time';
import { Notice } from '@/components/ui/notice';
import { DemoAccounts, type DemoAccount } from './demo-accounts';
import { PasswordInput } from './password-input';
import { signInWithPassword, type SignInOutcome } from './sign-in';

const SENTENCES: Readonly<Record<Exclude<SignInOutcome, 'signed_in' | object>, string>> = {
  wrong: 'E-mail and password do not fit together. Check both and try again.',
  unavailable: 'The server is up but cannot check passwords right now. Try again in a moment.',
  unreachable: 'The server cannot be reached. Check your network and try again.',
};

interface SignInFormProps {
  /** A path of this site to go to afterwards. */
  readonly target: string;
  readonly demoAccounts: readonly DemoAccount[];
}

/** E-mail and password. What was typed stays, whatever goes wrong. */
export function SignInForm({ target, demoAccounts }: SignInFormProps) {
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Whoever was here is signed out: what this tab kept of the board was theirs.
  useEffect(() => clearSessionCards(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const outcome = await signInWithPassword(email.trim(), password);
    // A browser keeps the part after # when it is sent here.
    if (outcome === 'signed_in') return router.replace(target.includes('#') ? target : target + window.location.hash);
    setProblem(typeof outcome === 'object' ? `Too many attempts. Try again in ${formatDuration(outcome.waitSeconds * 1_000)}.` : SENTENCES[outcome]);
    setBusy(false);
  };

  return (
    <div className="grid gap-6">
      <form onSubmit={(event) => void submit(event)} className="grid gap-4">
        <Field label="E-mail">
          {(wiring) => (
            <Input
              {...wiring}
              type="email"
              name="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              required
              className="h-10"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <PasswordInput value={password} onChange={setPassword} />
        {problem ? <Notice tone="warning">{problem}</Notice> : null}
        <Button type="submit" look="primary" size="lg" disabled={busy} aria-busy={busy}>
          {busy ? 'Signing in' : 'Sign in'}
        </Button>
      </form>
      {demoAccounts.length > 0 ? (
        <DemoAccounts
          accounts={demoAccounts}
          onUse={(account) => {
            setEmail(account.email);
            setPassword(account.password);
            setProblem(null);
          }}
        />
      ) : null}
    </div>
  );
}
