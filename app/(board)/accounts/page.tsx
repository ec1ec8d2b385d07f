import type { Metadata } from 'next';
import { Accounts } from '@/components/accounts/accounts';
import { requirePageUser } from '@/lib/server/auth/page-user';

export const metadata: Metadata = { title: 'Accounts' };

export default async function AccountsPage() {
  await requirePageUser('users.manage');
  return <Accounts />;
}
