'use client';

import { Drama } from 'lucide-react';
import { useState } from 'react';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { switchSimulator } from '@/lib/queries/simulator';
import { RequestError } from '@/lib/queries/http';
import { useDemo } from '@/stores/demo';

/** Switches the simulator of a demonstration. Nothing on a board that is not one. */
export function SimulatorItem() {
  const { isDemo, simulating } = useDemo();
  const [problem, setProblem] = useState<string | null>(null);
  if (!isDemo) return null;
  const toggle = async (event: Event) => {
    // The menu stays: what comes of it is said in it.
    event.preventDefault();
    setProblem(null);
    try {
      await switchSimulator(!simulating);
    } catch (error) {
      setProblem(error instanceof RequestError ? error.message : 'The simulator could not be switched. Try again.');
    }
  };
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={(event) => void toggle(event)}>
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
