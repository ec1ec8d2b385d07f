import type { Metadata } from 'next';
import { AppProviders } from '@/components/providers/app-providers';
import { Pane } from '@/components/test-page/pane';
import { requirePageUser } from '@/lib/server/auth/page-user';
import { getBoardSnapshot } from '@/lib/server/services/board/snapshot';

export const metadata: Metadata = { title: 'Test tab' };

interface TestPaneProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** A bare tab for the multi-tab test: the real connection, nothing around it. */
export default async function TestPane({ searchParams }: TestPaneProps) {
  const me = await requirePageUser('test.send');
  const { tab, page, isolate } = await searchParams;
  const name = typeof tab === 'string' && tab !== '' ? tab.slice(0, 40) : 'tab';
  return (
    <AppProviders snapshot={await getBoardSnapshot(me)}>
      <Pane tab={{ id: crypto.randomUUID(), name, mode: isolate === undefined ? 'shared' : 'isolated' }} page={typeof page === 'string' ? page : null} />
    </AppProviders>
  );
}
