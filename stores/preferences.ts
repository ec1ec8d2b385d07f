import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const preferencesSchema = z.object({
  soundOn: z.boolean(),
  /** Loudness of alarm sounds, 0 to 1. */
  volume: z.number().min(0).max(1),
  /** Whether single letters act as commands (WCAG 2.2, 2.1.4: it must be possible to turn them off). */
  keysOn: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const initial: Preferences = { soundOn: true, volume: 0.6, keysOn: true };

/** How this person likes the board in this browser. Kept in the browser, shared by its tabs on reload. */
export const usePreferences = create<Preferences>()(
  persist(() => initial, {
    name: 'watchroom.preferences',
    version: 1,
    // What an older page or a person's own hand left there must not break the alarm sounds.
    merge: (kept, current) => {
      const parsed = preferencesSchema.partial().safeParse(kept);
      return { ...current, ...(parsed.success ? dropUndefined(parsed.data) : {}) };
    },
  }),
);

/** Changes some preferences. */
export function setPreferences(patch: Partial<Preferences>): void {
  usePreferences.setState(patch);
}

function dropUndefined(patch: { [K in keyof Preferences]?: Preferences[K] | undefined }): Partial<Preferences> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
