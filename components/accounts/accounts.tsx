'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StaleBadge } from '@/components/ui/stale-badge';
import { Table, Th } from '@/components/ui/table';
import { useEditedRow } from '@/components/ui/use-edited-row';
import { useSteadyRows } from '@/components/ui/use-steady-rows';
import type { ChangeAccount, NewAccount } from '@/lib/protocol/account';
import type { Account } from '@/lib/protocol/answers';
import { accountKeys, accountsQuery, changeAccount, createAccount } from '@/lib/queries/accounts';
import { AccountRow } from './account-row';
import { NewAccountForm } from './new-account-form';

/** Who may sign in: admins make, change and disable accounts. */
export function Accounts() {
  const { me } = useLiveSeed();
  const queryClient = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(accountsQuery);
  const { editing, lastEdited, edit } = useEditedRow();
  const [toDisable, setToDisable] = useState<Account | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'warning'; readonly words: string } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useSteadyRows(list);
  const again = () => void queryClient.invalidateQueries({ queryKey: accountKeys.all });

  const make = async (wanted: NewAccount) => {
    const { user } = await createAccount(wanted);
    again();
    setSaid({ tone: 'ok', words: `${user.name} can sign in as ${user.email} from now on.` });
  };
  const change = async (wanted: ChangeAccount) => {
    const { user } = await changeAccount(wanted);
    again();
    edit(null);
    setSaid({ tone: 'ok', words: `The account of ${user.name} is changed, and what it had open has ended.` });
  };
  const turn = async (account: Account, disabled: boolean) => {
    setToDisable(null);
    try {
      await changeAccount({ id: account.id, disabled });
      again();
      setSaid({ tone: 'ok', words: disabled ? `${account.name} is signed out and cannot sign in.` : `${account.name} can sign in again.` });
    } catch (problem) {
      setSaid({ tone: 'warning', words: problem instanceof Error ? problem.message : 'The account was not changed. Try again.' });
    }
  };
  return (
    <div className="grid gap-3 p-3">
      <h1 className="sr-only">Accounts</h1>
      <Panel title="Make an account" bodyClassName="grid gap-3 p-3">
        <NewAccountForm onSubmit={make} />
        {/* There from the start, so that nothing below moves when something is said. */}
        <div className="min-h-10">{said ? <Notice tone={said.tone}>{said.words}</Notice> : null}</div>
      </Panel>
      <Panel title="Accounts" note={data ? data.items.length : null} actions={<StaleBadge />} bodyClassName="@container">
        {error && !data ? <ErrorState title="The accounts could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} /> : null}
        {!data && !error ? <SkeletonRows rows={9} label="Loading the accounts" rowClassName="h-10" /> : null}
        {data ? (
          <div ref={list}>
            <Table>
              <thead>
                <tr>
                  <Th>Name</Th>
                  <Th className="@max-[720px]:hidden">E-mail</Th>
                  <Th>Role</Th>
                  <Th className="@max-[560px]:hidden">
                    <span className="sr-only">State</span>
                  </Th>
                  <Th>
                    <span className="sr-only">Actions</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    isOwn={account.id === me.id}
                    editing={account.id === editing}
                    wasEdited={account.id === lastEdited}
                    onEdit={edit}
                    onChange={change}
                    onSwitch={(one) => (one.disabledAt ? void turn(one, false) : setToDisable(one))}
                  />
                ))}
              </tbody>
            </Table>
          </div>
        ) : null}
      </Panel>
      <ConfirmDialog
        subject={toDisable}
        title={(account) => `Disable ${account?.name ?? 'the account'}?`}
        description="It is signed out everywhere within a second and cannot sign in until it is enabled again. What it did stays on record."
        confirm="Disable it"
        onConfirm={(account) => void turn(account, true)}
        onClose={() => setToDisable(null)}
      />
    </div>
  );
}
