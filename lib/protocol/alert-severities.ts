import { z } from 'zod';
import { PRIORITIES, prioritySchema, type Priority } from './incident';

const words = z
  .array(z.string().trim().toLowerCase().min(1, 'Write a word.').max(40, 'Use at most 40 characters.'))
  .max(50, 'At most 50 words for one priority.')
  .transform((list) => [...new Set(list)]);

/** Which words of a sender mean which priority, in any case; `otherwise`: what an unknown word, or none, means. */
export const alertSeveritiesSchema = z
  .strictObject({ P1: words, P2: words, P3: words, P4: words, otherwise: prioritySchema })
  .superRefine((table, context) => {
    const known = new Map<string, Priority>();
    for (const priority of PRIORITIES) {
      for (const word of table[priority]) {
        const before = known.get(word);
        if (before) context.addIssue({ code: 'custom', path: [priority], message: `“${word}” already means ${before}. A word can mean one priority only.` });
        known.set(word, priority);
      }
    }
  });
export type AlertSeverities = z.infer<typeof alertSeveritiesSchema>;

/** `GET` and `PUT /api/alerts/severities`. */
export const alertSeveritiesAnswerSchema = z.object({ severities: alertSeveritiesSchema });

/** What holds until somebody edits it. */
export const DEFAULT_SEVERITIES: AlertSeverities = {
  P1: ['critical', 'fatal', 'emergency', 'disaster', 'page', 'p1'],
  P2: ['major', 'high', 'error', 'p2'],
  P3: ['warning', 'warn', 'minor', 'medium', 'average', 'p3'],
  P4: ['info', 'information', 'informational', 'notice', 'low', 'debug', 'none', 'ok', 'p4'],
  otherwise: 'P3',
};

/** The labels that may bear a severity, the first that is there counts. */
const SEVERITY_LABELS = ['severity', 'priority', 'level'] as const;

/** The priority of an alert by its labels: the first of its severity labels that the table knows. */
export function priorityOf(labels: ReadonlyMap<string, string>, table: AlertSeverities): Priority {
  for (const name of SEVERITY_LABELS) {
    const word = labels.get(name)?.trim().toLowerCase();
    const priority = word === undefined ? undefined : PRIORITIES.find((one) => table[one].includes(word));
    if (priority) return priority;
  }
  return table.otherwise;
}
