'use client';

import { ROLE_WORD } from '@/components/flash/audience-words';
import { Button } from '@/components/ui/button';
import { Td } from '@/components/ui/table';
import type { Account } from '@/lib/protocol/answers';
import type { ChangeAccount } from '@/lib/protocol/account';
import { AccountForm } from './account-form';

interface AccountRowProps {
  readonly account: Account;
  /** Whose own it is: role and state are for another admin to change. */
  readonly isOwn: boolean;
  readonly editing: boolean;
  /** Its form was open a moment ago: the keyboard comes back to its button. */
  readonly wasEdited: boolean;
  readonly onEdit: (accountId: string | null) => void;
  /** Rejects with RequestError. */
  readonly onChange: (change: ChangeAccount) => Promise<void>;
  readonly onSwitch: (account: Account) => void;
}

/** An account in the list, or its form. */
export function AccountRow({ account, isOwn, editing, wasEdited, onEdit, onChange, onSwitch }: AccountRowProps) {
  const { id, name, email, role, disabledAt } = account;
  if (editing) {
    return (
      <tr data-row={id}>
        <Td colSpan={5} className="py-3">
          <AccountForm account={account} isOwn={isOwn} onSubmit={onChange} onCancel={() => onEdit(null)} />
        </Td>
      </tr>
    );
  }
  return (
    <tr data-row={id} className="[&>td]:h-10">
      <Td className="font-medium">{name}</Td>
      <Td className="text-text-muted @max-[720px]:hidden">{email}</Td>
      <Td>{ROLE_WORD[role]}</Td>
      <Td className="@max-[560px]:hidden">{disabledAt ? 'disabled' : isOwn ? 'you' : ''}</Td>
      <Td className="w-0">
        <span className="flex gap-1.5">
          <Button size="sm" autoFocus={wasEdited} aria-label={`Edit ${name}`} onClick={() => onEdit(id)}>
            Edit
          </Button>
          <Button size="sm" look="quiet" className="w-18" disabled={isOwn} aria-label={`${disabledAt ? 'Enable' : 'Disable'} ${name}`} onClick={() => onSwitch(account)}>
            {disabledAt ? 'Enable' : 'Disable'}
          </Button>
        </span>
      </Td>
    </tr>
  );
}
