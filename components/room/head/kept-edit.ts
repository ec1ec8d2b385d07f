import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { incidentSchema, incidentTypeSchema, prioritySchema, type Incident } from '@/lib/protocol/incident';
import type { IncidentDraft } from './incident-draft';

/** What was typed into the fields of an incident and not saved yet. */
export interface Edit {
  /** What the person had before their eyes when they began, or last agreed to write over. */
  readonly seen: Incident;
  readonly typed: Partial<IncidentDraft>;
}

/** What is used of `sessionStorage`. */
export type EditStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const text = z.string().exactOptional();
const editSchema = z.object({
  seen: incidentSchema,
  typed: z.object({
    title: text,
    type: incidentTypeSchema.exactOptional(),
    priority: prioritySchema.exactOptional(),
    address: text,
    coordinates: text,
    reporter: text,
    ownerId: text,
  }),
});

/** The edit that this tab left unsaved, or a new one of the incident as it is. */
export function loadEdit(storage: EditStorage, userId: string, incident: Incident): Edit {
  try {
    const kept = editSchema.safeParse(parseJson(storage.getItem(keyOf(userId, incident.id)) ?? 'null'));
    return kept.success ? kept.data : { seen: incident, typed: {} };
  } catch {
    return { seen: incident, typed: {} };
  }
}

/** Keeps an edit over a reload; null, or one in which nothing is typed, is forgotten. */
export function keepEdit(storage: EditStorage, userId: string, incidentId: string, edit: Edit | null): void {
  try {
    if (edit && Object.keys(edit.typed).length > 0) storage.setItem(keyOf(userId, incidentId), JSON.stringify(edit));
    else storage.removeItem(keyOf(userId, incidentId));
  } catch {
    // A browser that keeps nothing: the edit lives as long as its form.
  }
}

function keyOf(userId: string, incidentId: string): string {
  return `watchroom.edit.incident.${userId}.${incidentId}`;
}
