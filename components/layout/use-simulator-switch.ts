'use client';

import { useState } from 'react';
import { RequestError } from '@/lib/queries/http';
import { switchSimulator } from '@/lib/queries/simulator';

/** The switch of a demonstration's simulator, and why it could not be used; the event that follows shows what came of it. */
export function useSimulatorSwitch(): { readonly problem: string | null; readonly turn: (on: boolean) => Promise<void> } {
  const [problem, setProblem] = useState<string | null>(null);
  const turn = async (on: boolean) => {
    setProblem(null);
    try {
      await switchSimulator(on);
    } catch (error) {
      setProblem(error instanceof RequestError ? error.message : 'The simulator could not be switched. Try again.');
    }
  };
  return { problem, turn };
}
