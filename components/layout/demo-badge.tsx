'use client';

import { useDemo } from '@/stores/demo';

/** Says that what happens on this board is made up, for as long as the simulator makes it happen. */
export function DemoBadge() {
  const simulating = useDemo((state) => state.simulating);
  if (!simulating) return null;
  return (
    <span role="status" title="The simulator makes calls come in and units roll. Nothing of it is real." className="rounded-sm border border-warning px-1.5 py-0.5 text-xs font-bold tracking-wider text-warning">
      DEMO
    </span>
  );
}
