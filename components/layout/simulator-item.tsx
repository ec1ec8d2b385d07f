'use client';

import { Drama } from 'lucide-react';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { useDemo } from '@/stores/demo';
import { useSimulatorSwitch } from './use-simulator-switch';

/** Switches the simulator of a demonstration. Nothing on a board that is not one. */
export function SimulatorItem() {
  const { isDemo, simulating } = useDemo();
  const { problem, turn } = useSimulatorSwitch();
  if (!isDemo) return null;
  const toggle = (event: Event) => {
    // The menu stays: what comes of it is said in it.
    event.preventDefault();
    void turn(!simulating);
  };
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={toggle}>
        <Drama aria-hidden size={16} className="text-text-muted" />
        {simulating ? 'Stop the simulator' : 'Start the simulator'}
      </DropdownMenuItem>
      {problem ? (
        <p role="alert" className="max-w-60 px-2 py-1 text-xs text-critical">
          {problem}
        </p>
      ) : null}
    </>
  );
}
