'use client';

import { useState } from 'react';
import { useArrivals } from '@/stores/arrivals';

/** Room at the end of a page for what the line of arrivals lies over. Once there it stays until another page, so that nothing moves when the line goes. */
export function ArrivalRoom() {
  const on = useArrivals((state) => state.items.length > 0);
  const [needed, setNeeded] = useState(on);
  if (on && !needed) setNeeded(true);
  return needed ? <div aria-hidden className="h-12 shrink-0" /> : null;
}
