'use client';

import { useQueryClient } from '@tanstack/react-query';
import { putCodes } from '@/components/providers/unit-handlers';
import type { CodesAnswer } from '@/lib/protocol/board-answers';
import type { FieldProblem } from '@/lib/protocol/errors';
import { RequestError } from '@/lib/queries/http';
import { unitsQuery } from '@/lib/queries/units';

/** How a change of the codes ended. `stale`: somebody else was first; what there is now is on the page by then. */
export type Changed = { readonly ok: true } | { readonly ok: false; readonly stale: boolean; readonly message: string; readonly fields: readonly FieldProblem[] };

/** Gives the way to change the codes: sends, and shows what they are then. */
export function useChangeCodes() {
  const queryClient = useQueryClient();
  return async (send: () => Promise<CodesAnswer>): Promise<Changed> => {
    try {
      putCodes(queryClient, await send());
      return { ok: true };
    } catch (error) {
      const stale = error instanceof RequestError && (error.status === 409 || error.status === 404);
      // The event that tells of it may be late or the stream away; the codes are few.
      if (stale) await queryClient.refetchQueries(unitsQuery);
      return { ok: false, stale, message: error instanceof Error ? error.message : 'The reason is not known.', fields: error instanceof RequestError ? error.fields : [] };
    }
  };
}
