'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ownValue } from '@/lib/core/own-value';
import { causeOf } from './refusal-cause';
import { patchRow, useRowStates } from './row-state';
import { sendUnitAct, type UnitAct } from './unit-acts';

/** Does something to a unit. `words` say on its row what is on its way. Resolves to whether the server took it. */
export type DoToUnit = (unitId: string, act: UnitAct, words: string) => Promise<boolean>;

/** Gives the way to do things to units: "sending" on the row, then the server's state, its remark, or its refusal. */
export function useUnitAct(): DoToUnit {
  const queryClient = useQueryClient();
  return useCallback(
    async (unitId, act, words) => {
      patchRow(unitId, { sending: words, refused: null, warning: null });
      try {
        const { warning } = await sendUnitAct(queryClient, unitId, act);
        patchRow(unitId, { ...done(unitId, words), warning: warning ?? null });
        return true;
      } catch (error) {
        const why = error instanceof Error ? error.message : 'The reason is not known.';
        patchRow(unitId, { ...done(unitId, words), refused: `${words} was not taken. ${why}`, refusedFor: causeOf(error) });
        return false;
      }
    },
    [queryClient],
  );
}

// A later act may be on its way already; its words stay.
function done(unitId: string, words: string) {
  return ownValue(useRowStates.getState().byId, unitId)?.sending === words ? { sending: null } : {};
}
