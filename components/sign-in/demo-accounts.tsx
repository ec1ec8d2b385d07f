'use client';

import { ROLE_WORD } from '@/components/flash/audience-words';
import type { Role } from '@/lib/protocol/permissions';

/** An account that everybody may try. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly onUse: (account: DemoAccount) => void;
}

/** The demo sign-ins; one click fills the form. */
export function DemoAccounts({ accounts, onUse }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="border-t pt-4">
      <h2 id="demo-accounts" className="text-sm font-medium">
        Demo accounts
      </h2>
      <p className="mt-0.5 text-xs text-text-muted">This board runs with made-up data. Choose an account to fill the form.</p>
      <ul className="mt-2 grid gap-1.5 sm:grid-cols-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              onClick={() => onUse(account)}
              className="flex w-full items-baseline justify-between gap-2 rounded-md border px-2.5 py-1.5 text-left hover:border-line-strong hover:bg-text/5 sm:grid sm:gap-0"
            >
              <span className="text-sm font-medium">{ROLE_WORD[account.role]}</span>
              <span className="truncate text-xs text-text-muted">{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
