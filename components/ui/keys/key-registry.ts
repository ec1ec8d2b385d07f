import { create } from 'zustand';
import type { KeyBinding } from './key-matcher';

interface KeyRegistry {
  readonly groups: readonly (readonly KeyBinding[])[];
}

/** All keys that do something on the page as it is now. */
export const useKeyRegistry = create<KeyRegistry>(() => ({ groups: [] }));

/** Adds keys; later ones win over earlier ones with the same keys. Gives back its own undo. */
export function registerKeys(bindings: readonly KeyBinding[]): () => void {
  useKeyRegistry.setState((state) => ({ groups: [bindings, ...state.groups] }));
  return () => useKeyRegistry.setState((state) => ({ groups: state.groups.filter((group) => group !== bindings) }));
}
