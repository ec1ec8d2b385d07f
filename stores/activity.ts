import { create } from 'zustand';

/** So many are shown. */
const KEEP = 30;

/** Something that happened on the board, told in a few words. */
export interface Activity {
  /** The event's own id. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** What it happened to: an incident's number, a call sign. */
  readonly subject: string;
  readonly text: string;
  /** Where it can be seen. */
  readonly href: string;
}

interface ActivityState {
  readonly items: readonly Activity[];
}

/** What just happened, newest first, the last 30. Filled by the stream. */
export const useActivity = create<ActivityState>(() => ({ items: [] }));

/** Notes something; the same event again changes nothing. */
export function noteActivity(activity: Activity): void {
  useActivity.setState((state) => {
    if (state.items.some(({ id }) => id === activity.id)) return state;
    return { items: joinActivities([activity], state.items) };
  });
}

/** Two lists as one, each thing once, newest first, the last 30. */
export function joinActivities(some: readonly Activity[], others: readonly Activity[]): readonly Activity[] {
  const known = new Set(some.map(({ id }) => id));
  const items = [...some, ...others.filter(({ id }) => !known.has(id))];
  return items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, KEEP);
}
