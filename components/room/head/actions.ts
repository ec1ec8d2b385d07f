import { ownValue } from '@/lib/core/own-value';
import type { CANCEL_REASONS, Disposition, IncidentAction } from '@/lib/protocol/incident';

interface ActionLook {
  readonly word: string;
  /** Two keys, one after the other. */
  readonly keys: string;
  /** What it does, for its form. */
  readonly does: string;
}

/** How the steps of an incident are called, and their keys. */
export const ACTION_LOOK: Readonly<Record<IncidentAction, ActionLook>> = {
  accept: { word: 'Accept', keys: 's t', does: 'Takes the incident up.' },
  cancel: { word: 'Cancel it', keys: 's x', does: 'Calls the incident off before anybody was sent.' },
  pause: { word: 'Pause', keys: 's p', does: 'Holds the room: it takes notes, but no talk, until somebody resumes.' },
  resume: { word: 'Resume', keys: 's r', does: 'Opens the room again.' },
  stabilize: { word: 'Stable', keys: 's s', does: 'Says that it no longer gets worse.' },
  escalate: { word: 'Escalate', keys: 's e', does: 'Makes it active again.' },
  complete: { word: 'Complete', keys: 's c', does: 'Ends the work. The room then takes notes only.' },
  reopen: { word: 'Reopen', keys: 's o', does: 'Makes a completed incident active again.' },
  close: { word: 'Close', keys: 's z', does: 'Ends the incident for good and stops its clocks.' },
  reactivate: { word: 'Reactivate', keys: 's v', does: 'Makes a closed incident active again.' },
  merge: { word: 'Merge', keys: 's m', does: 'Makes it part of another incident. Its units go along.' },
  unmerge: { word: 'Unmerge', keys: 's u', does: 'Makes it an incident of its own again.' },
};

export const CANCEL_WORDS: Readonly<Record<(typeof CANCEL_REASONS)[number], string>> = {
  duplicate: 'Duplicate',
  false_alarm: 'False alarm',
  unfounded: 'Unfounded',
};

export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  resolved: 'Resolved',
  handed_over: 'Handed over',
  no_action_needed: 'No action needed',
  false_alarm: 'False alarm',
  not_found: 'Not found',
};

/** A reason as people read it: one of the given ones by its word, anything else as it was written. */
export function reasonWords(reason: string): string {
  return ownValue(CANCEL_WORDS, reason) ?? reason;
}
