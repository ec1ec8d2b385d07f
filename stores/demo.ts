import { create } from 'zustand';

interface DemoState {
  /** Whether this is a demonstration at all, where the simulator can be switched on. */
  readonly isDemo: boolean;
  /** Whether the simulator makes things happen now. */
  readonly simulating: boolean;
}

/** Whether what the board shows is made up. Filled from the snapshot, kept by `demo.changed`. */
export const useDemo = create<DemoState>(() => ({ isDemo: false, simulating: false }));
