import { create } from 'zustand';
import { ownValue } from '@/lib/core/own-value';
import { draftKey, EMPTY_ROOM_DRAFT, loadRoomDraft, saveRoomDraft, type DraftPlaces, type RoomDraft } from './room-draft';

interface RoomDrafts {
  /** By their key in the storage. */
  readonly byKey: Readonly<Record<string, RoomDraft>>;
}

const useRoomDrafts = create<RoomDrafts>(() => ({ byKey: {} }));

/** What stands in the box of a room; empty until `openRoomDraft` has read what was left there. */
export function useRoomDraft(userId: string, incidentId: string): RoomDraft {
  return useRoomDrafts((state) => ownValue(state.byKey, draftKey(userId, incidentId)) ?? EMPTY_ROOM_DRAFT);
}

/** The same outside of a component. */
export function roomDraft(userId: string, incidentId: string): RoomDraft {
  return ownValue(useRoomDrafts.getState().byKey, draftKey(userId, incidentId)) ?? EMPTY_ROOM_DRAFT;
}

/** Reads what this browser kept, unless something stands there already. */
export function openRoomDraft(userId: string, incidentId: string): void {
  const key = draftKey(userId, incidentId);
  useRoomDrafts.setState(({ byKey }) => (ownValue(byKey, key) ? { byKey } : { byKey: { ...byKey, [key]: loadRoomDraft(places(), key) } }));
}

/** Changes a draft and keeps it. */
export function changeRoomDraft(userId: string, incidentId: string, patch: Partial<RoomDraft>): void {
  const key = draftKey(userId, incidentId);
  const draft = { ...roomDraft(userId, incidentId), ...patch };
  useRoomDrafts.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: draft } }));
  saveRoomDraft(places(), key, draft);
}

function places(): DraftPlaces {
  return { tab: storageOr(() => window.sessionStorage), browser: storageOr(() => window.localStorage) };
}

function storageOr(get: () => Storage): Storage | null {
  try {
    return get();
  } catch {
    return null;
  }
}
