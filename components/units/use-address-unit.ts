'use client';

import { useEffect, useEffectEvent } from 'react';
import { useAddressParam } from '@/components/ui/use-address-param';

/** Goes to the unit that the address names, when the page opens and whenever another one is named. */
export function useAddressUnit(reach: (unitId: string) => void): void {
  const [unitId] = useAddressParam('unit');
  const go = useEffectEvent(reach);
  useEffect(() => {
    if (unitId !== null) go(unitId);
  }, [unitId]);
}
