import type { Metadata } from 'next';
import { TestPage } from '@/components/test-page/test-page';
import { requirePageUser } from '@/lib/server/auth/page-user';

export const metadata: Metadata = { title: 'Test' };

export default async function Page() {
  await requirePageUser('test.send');
  return <TestPage page={crypto.randomUUID()} />;
}
