'use client';

import { useState } from 'react';
import { useArrivals } from '@/stores/arrivals';
import { isThere, useNewerVersion } from '@/stores/newer-version';

/** Room at the end of a page for what the line of arrivals, or on a narrow screen the offer of a newer version, lies over. Once there it stays until another page, so that nothing moves when the line goes. */
export function ArrivalRoom() {
  const on = useArrivals((state) => state.items.length > 0);
  const [needed, setNeeded] = useState(on);
  if (on && !needed) setNeeded(true);
  const newer = useNewerVersion(isThere);
  return (
    <>
      {needed ? <div aria-hidden className="h-12 shrink-0" /> : null}
      {newer ? <div aria-hidden className="h-14 shrink-0 xl:hidden" /> : null}
    </>
  );
}
