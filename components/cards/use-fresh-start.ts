'use client';

import { useEffect } from 'react';
import { forgetFailedAsks } from '@/stores/card-asks';
import { useConnection } from '@/stores/connection';

/** What failed is tried again once the connection is back, or another server answers. */
export function useFreshStart(): void {
  useEffect(
    () =>
      useConnection.subscribe((state, before) => {
        const isBack = state.status === 'connected' && before.status !== 'connected';
        if (isBack || state.instanceId !== before.instanceId) forgetFailedAsks();
      }),
    [],
  );
}
