import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { ChangeAccount, NewAccount } from '@/lib/protocol/account';
import { accountSchema } from '@/lib/protocol/answers';
import { request } from './http';

/** Cache keys of accounts. Invalidated by the event that tells of a change. */
export const accountKeys = { all: ['accounts'] as const };

const answerSchema = z.object({ user: accountSchema });

/** Every account of people. Admins. */
export const accountsQuery = queryOptions({
  queryKey: accountKeys.all,
  queryFn: ({ signal }) => request('/api/admin/users', z.object({ items: z.array(accountSchema) }), { signal }),
});

/** Makes an account. */
export function createAccount(account: NewAccount) {
  return request('/api/admin/users', answerSchema, { method: 'POST', body: account });
}

/** Changes an account's role or password, or disables or enables it; what it has open ends. */
export function changeAccount(change: ChangeAccount) {
  return request('/api/admin/users', answerSchema, { method: 'PATCH', body: change });
}
