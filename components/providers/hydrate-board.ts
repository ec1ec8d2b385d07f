import type { QueryClient } from '@tanstack/react-query';
import type { Snapshot } from '@/lib/protocol/answers';
import type { BonfireList, IncidentList, UnitList } from '@/lib/protocol/board-answers';
import type { Infrastructure } from '@/lib/protocol/infrastructure';
import { bonfireKeys } from '@/lib/queries/bonfires';
import { infraKeys } from '@/lib/queries/infrastructure';
import { incidentKeys } from '@/lib/queries/incidents';
import { unitKeys } from '@/lib/queries/units';
import { hydrateTotals } from './incident-totals';

/** Fills the caches that show the board from a snapshot, whatever they held. */
export function hydrateBoard(queryClient: QueryClient, snapshot: Snapshot): void {
  const { board, cursor } = snapshot;
  hydrateTotals(queryClient, snapshot);
  queryClient.setQueryData<IncidentList>(incidentKeys.open, { items: board.incidents, cursor });
  queryClient.setQueryData<UnitList>(unitKeys.all, { items: board.units, codes: board.codes, policy: board.policy, codesVersion: board.codesVersion, cursor });
  queryClient.setQueryData<Infrastructure>(infraKeys.now, board.infrastructure);
  queryClient.setQueryData<BonfireList>(bonfireKeys.open, { items: board.bonfires, cursor });
  queryClient.setQueryData<number>(bonfireKeys.heldCount, board.heldBonfires ?? 0);
}
