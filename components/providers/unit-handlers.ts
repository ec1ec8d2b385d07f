import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import type { CodesAnswer, UnitList } from '@/lib/protocol/board-answers';
import type { Unit } from '@/lib/protocol/unit';
import { unitKeys } from '@/lib/queries/units';
import { upsert } from './newest';

/** Puts a unit's newer state over the cached one. */
export function putUnit(queryClient: QueryClient, unit: Unit): void {
  queryClient.setQueryData<UnitList>(unitKeys.all, (list) => list && { ...list, items: upsert(list.items, unit) });
}

/** Takes a unit off the cached board. */
export function dropUnit(queryClient: QueryClient, unitId: string): void {
  queryClient.setQueryData<UnitList>(unitKeys.all, (list) => list && { ...list, items: list.items.filter(({ id }) => id !== unitId) });
}

/** Puts newer codes and a newer policy over the cached ones. An older server does not number them: its word is taken. */
export function putCodes(queryClient: QueryClient, { codes, policy, codesVersion }: CodesAnswer): void {
  queryClient.setQueryData<UnitList>(unitKeys.all, (list) => {
    const isOlder = list && codesVersion > 0 && codesVersion < list.codesVersion;
    return list && !isOlder ? { ...list, codes, policy, codesVersion } : list;
  });
}

/** What events about units do to the cached board. */
export function unitHandlers(queryClient: QueryClient) {
  return {
    'unit.status.changed': ({ data }) => putUnit(queryClient, data.unit),
    'unit.assigned': ({ data }) => putUnit(queryClient, data.unit),
    'unit.cleared': ({ data }) => putUnit(queryClient, data.unit),
    'unit.created': ({ data }) => putUnit(queryClient, data.unit),
    'unit.retired': ({ data }) => dropUnit(queryClient, data.unit.id),
    'unit.updated': ({ data }) => putUnit(queryClient, data.unit),
    'unit.codes.changed': ({ data }) => putCodes(queryClient, data),
  } satisfies Partial<EventHandlers>;
}
