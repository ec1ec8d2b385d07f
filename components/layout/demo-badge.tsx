'use client';

import { useLiveSeed } from '@/components/flash/live-seed';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { can } from '@/lib/protocol/permissions';
import { useDemo } from '@/stores/demo';
import { useSimulatorSwitch } from './use-simulator-switch';

/** Says that what happens on this board is made up, for as long as the simulator makes it happen, and ends that. */
export function DemoBadge() {
  const { me } = useLiveSeed();
  const simulating = useDemo((state) => state.simulating);
  const { problem, turn } = useSimulatorSwitch();
  if (!simulating) return null;
  return (
    <span role="status">
      <Popover>
        <PopoverTrigger aria-label="DEMO: what happens here is made up" className="h-7 rounded-sm border border-warning px-1.5 text-xs font-bold tracking-wider text-warning hover:bg-warning/10">
          DEMO
        </PopoverTrigger>
        <PopoverContent aria-label="Demonstration" align="start" className="grid justify-items-start gap-2">
          <p>The simulator makes calls come in and units roll. Nothing of it is real.</p>
          {can(me.role, 'simulator.switch') ? (
            <Button size="sm" onClick={() => void turn(false)}>
              Stop the simulator
            </Button>
          ) : (
            <p className="text-text-muted">A supervisor can stop it.</p>
          )}
          {problem ? (
            <p role="alert" className="text-xs text-critical">
              {problem}
            </p>
          ) : null}
        </PopoverContent>
      </Popover>
    </span>
  );
}
