'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { UnitList } from '@/lib/protocol/board-answers';
import { RequestError } from '@/lib/queries/http';
import { patchCode, unitKeys, unitsQuery } from '@/lib/queries/units';

/** How saving ended. `stale`: somebody else saved first; the current code is on the page by then. */
export type Saved = { readonly ok: true } | { readonly ok: false; readonly stale: boolean; readonly message: string };

/** Gives the way to save a status code. */
export function useSaveCode() {
  const queryClient = useQueryClient();
  return async (code: string, patch: Record<string, unknown>): Promise<Saved> => {
    try {
      const answer = await patchCode(code, patch);
      queryClient.setQueryData<UnitList>(unitKeys.all, (list) => list && { ...list, ...answer });
      return { ok: true };
    } catch (error) {
      const stale = error instanceof RequestError && error.status === 409;
      // The event that tells of it may be late or the stream away; the codes are few.
      if (stale) await queryClient.refetchQueries(unitsQuery);
      return { ok: false, stale, message: error instanceof Error ? error.message : 'The reason is not known.' };
    }
  };
}
