import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import type { BonfireList, BonfireOne } from '@/lib/protocol/board-answers';
import { OPEN_BONFIRE_STATUSES, type Bonfire } from '@/lib/protocol/bonfire';
import { bonfireKeys } from '@/lib/queries/bonfires';
import { newer, upsert } from './newest';
import { spaced } from './spaced';

/** Brings a notice into the cached lists in its newer state. Lists by day are asked for again. */
export function putBonfire(queryClient: QueryClient, bonfire: Bonfire): void {
  queryClient.setQueryData<BonfireList>(bonfireKeys.open, (open) => open && { ...open, items: onlyOpen(upsert(open.items, bonfire)) });
  for (const [key, pages] of queryClient.getQueriesData<InfiniteData<BonfireList, string>>({ queryKey: bonfireKeys.lists })) {
    const known = pages?.pages.some((page) => page.items.some((item) => item.id === bonfire.id));
    if (!pages) continue;
    // A notice that is new here has a place by its start, which may lie on any page.
    if (!known) void queryClient.invalidateQueries({ queryKey: key });
    else {
      const change = (item: Bonfire) => (item.id === bonfire.id ? newer(item, bonfire) : item);
      queryClient.setQueryData(key, { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map(change) })) });
    }
  }
  queryClient.setQueryData<BonfireOne>(bonfireKeys.one(bonfire.id), (one) => one && { ...one, bonfire: newer(one.bonfire, bonfire) });
  void queryClient.invalidateQueries({ queryKey: bonfireKeys.days });
}

function onlyOpen(bonfires: readonly Bonfire[]): Bonfire[] {
  return bonfires.filter(({ status }) => OPEN_BONFIRE_STATUSES.some((open) => open === status)).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** In a burst each notice changes the number; the list is asked for less often. Milliseconds. */
const HELD_SPACING = { withinMs: 300, apartMs: 3_000 };

/** What events about bonfires do to the cached lists. */
export function bonfireHandlers(queryClient: QueryClient) {
  const heldList = spaced(() => void queryClient.invalidateQueries({ queryKey: bonfireKeys.held, exact: true }), HELD_SPACING);
  return {
    'bonfire.held': ({ data }) => {
      queryClient.setQueryData<number>(bonfireKeys.heldCount, data.waiting);
      heldList.ask();
    },
    'bonfire.created': ({ data }) => putBonfire(queryClient, data.bonfire),
    'bonfire.updated': ({ data }) => putBonfire(queryClient, data.bonfire),
    'bonfire.status.changed': ({ data }) => putBonfire(queryClient, data.bonfire),
  } satisfies Partial<EventHandlers>;
}
