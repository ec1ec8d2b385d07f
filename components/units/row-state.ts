import { create } from 'zustand';
import { ownValue } from '@/lib/core/own-value';
import type { RefusalCause } from './refusal-cause';

/** A small line under a unit that asks for what an act needs. What is typed outlives the row's being scrolled away. */
export type RowForm =
  | { readonly kind: 'status'; readonly code: string; readonly note: string; readonly minutes: string }
  | { readonly kind: 'ack'; readonly note: string }
  | { readonly kind: 'assign'; readonly search: string };

/** What this tab knows of a unit beside the server's state. */
export interface RowState {
  /** What is on its way to the server, in words. */
  readonly sending: string | null;
  /** Why the last act was not taken. */
  readonly refused: string | null;
  /** What it was refused for; null when that is not known. */
  readonly refusedFor: RefusalCause | null;
  /** What the server remarked on an act that it took. */
  readonly warning: string | null;
  readonly form: RowForm | null;
  /** The form was just opened and wants the keyboard. */
  readonly wantsFocus: boolean;
  readonly menuOpen: boolean;
}

export const IDLE: RowState = { sending: null, refused: null, refusedFor: null, warning: null, form: null, wantsFocus: false, menuOpen: false };

interface RowStates {
  readonly byId: Readonly<Record<string, RowState>>;
}

/** What is being done to units in this tab. */
export const useRowStates = create<RowStates>(() => ({ byId: {} }));

/** What is being done to one unit. */
export function useRowState(unitId: string): RowState {
  return useRowStates((state) => ownValue(state.byId, unitId) ?? IDLE);
}

/** Changes what is known of a unit in this tab. */
export function patchRow(unitId: string, patch: Partial<RowState>): void {
  useRowStates.setState(({ byId }) => ({ byId: { ...byId, [unitId]: { ...(ownValue(byId, unitId) ?? IDLE), ...patch } } }));
}

/** Opens a form under a unit and hands it the keyboard; one of the same kind keeps what was typed. */
export function openForm(unitId: string, form: RowForm): void {
  const open = ownValue(useRowStates.getState().byId, unitId)?.form;
  const same = open && open.kind === form.kind && (form.kind !== 'status' || (open.kind === 'status' && open.code === form.code));
  patchRow(unitId, { form: same ? open : form, refused: null, wantsFocus: true });
}

/** Drops the form under a unit, with what was typed. */
export function closeForm(unitId: string): void {
  patchRow(unitId, { form: null, refused: null, wantsFocus: false });
}
