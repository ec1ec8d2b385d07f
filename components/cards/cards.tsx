'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import { useLiveSeed } from '@/components/flash/live-seed';
import { EmptyState } from '@/components/ui/empty-state';
import { useAddressParam } from '@/components/ui/use-address-param';
import { can } from '@/lib/protocol/permissions';
import { cardsQuery } from '@/lib/queries/cards';
import { createCardActs } from './card-acts';
import { CardGrid } from './grid/card-grid';
import { NoCards } from './no-cards';
import { openTab, tabsOf } from './tabs';
import { Toolbar } from './toolbar';
import { useFreshStart } from './use-fresh-start';
import { useSessionCache } from './use-session-cache';

/** Figures that cost something to compute, kept for everybody: by tab, each with its age and whether it is outdated. */
export function Cards() {
  const { me } = useLiveSeed();
  const queryClient = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery(cardsQuery);
  const [named, setNamed] = useAddressParam('tab');
  const acts = useMemo(() => createCardActs(queryClient), [queryClient]);
  useFreshStart();
  useSessionCache(me.id, data?.items);

  if (!data) return <NoCards userId={me.id} error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  const tabs = tabsOf(data.items);
  const open = openTab(tabs, named);
  if (!open) return <EmptyState>There are no figures that you may see.</EmptyState>;
  const mayRefresh = can(me.role, 'cards.refresh');
  return (
    <Tabs.Root value={open.tab} onValueChange={setNamed} className="min-h-full">
      <Toolbar tabs={tabs} open={open} acts={acts} mayManage={can(me.role, 'cards.manage')} />
      {tabs.map(({ tab, cards }) => (
        <Tabs.Content key={tab} value={tab} tabIndex={-1} className="outline-none">
          <CardGrid cards={cards} acts={acts} mayRefresh={mayRefresh} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
