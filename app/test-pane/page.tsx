import type { Metadata } from 'next';
import { AppProviders } from '@/components/providers/app-providers';
import { Pane } from '@/components/test-page/pane';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { getBoardSnapshot } from '@/lib/server/services/board/snapshot';

export const metadata: Metadata = { title: 'Test tab' };

interface TestPaneProps {
  readonly searchParams: Promise<{ readonly tab?: string | string[] }>;
}

/** A bare tab for the multi-tab test: the real connection, nothing around it. */
export default async function TestPane({ searchParams }: TestPaneProps) {
  const me = await requirePageUser('test.send');
  const { tab } = await searchParams;
  return (
    <AppProviders snapshot={await getBoardSnapshot(me)}>
      <Pane tab={typeof tab === 'string' ? tab.slice(0, 40) : 'tab'} />
    </AppProviders>
  );
}
