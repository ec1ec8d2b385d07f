'use client';

import { useEffect, useState } from 'react';
import { useLiveSeed } from './live-seed';
import { subscribeToArrivals } from './arrivals';
import { LEVEL_LOOK } from './levels';

interface Said {
  readonly polite: string;
  readonly assertive: string;
}

/**
 * Reads new messages aloud. Regions of their own, because the bar itself changes each second with its ages
 * and would be read without end.
 */
export function Announcer() {
  const { me } = useLiveSeed();
  const [said, setSaid] = useState<Said>({ polite: '', assertive: '' });

  useEffect(
    () =>
      subscribeToArrivals((flash) => {
        if (flash.createdBy.id === me.id) return;
        const text = `${LEVEL_LOOK[flash.level].word}: ${flash.title}. ${flash.body} From ${flash.createdBy.name}.`;
        setSaid((before) => (flash.level === 'critical' ? { ...before, assertive: text } : { ...before, polite: text }));
      }),
    [me.id],
  );

  return (
    <div className="sr-only">
      <div aria-live="assertive" aria-atomic="true">
        {said.assertive}
      </div>
      <div aria-live="polite" aria-atomic="true">
        {said.polite}
      </div>
    </div>
  );
}
