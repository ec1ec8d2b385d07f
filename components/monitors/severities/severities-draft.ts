import { z } from 'zod';
import { alertSeveritiesSchema, type AlertSeverities } from '@/lib/protocol/alert-severities';
import { PRIORITIES, prioritySchema } from '@/lib/protocol/incident';

/** The table as it is typed: words of one priority in a line, with commas between. */
export const severitiesDraftSchema = z.object({ P1: z.string(), P2: z.string(), P3: z.string(), P4: z.string(), otherwise: prioritySchema });
export type SeveritiesDraft = z.infer<typeof severitiesDraftSchema>;

/** A table as the form shows it. */
export function draftOfSeverities({ otherwise, ...words }: AlertSeverities): SeveritiesDraft {
  const line = (priority: keyof typeof words) => words[priority].join(', ');
  return { P1: line('P1'), P2: line('P2'), P3: line('P3'), P4: line('P4'), otherwise };
}

/** Checks what was typed as the server will, and gives the table. Problems stand at the line that has them. */
export const readySeveritiesSchema = severitiesDraftSchema.transform(({ otherwise, ...lines }, context): AlertSeverities => {
  const words = (line: string) => line.split(/[,;\n]+/).map((word) => word.trim()).filter((word) => word !== '');
  const parsed = alertSeveritiesSchema.safeParse({ P1: words(lines.P1), P2: words(lines.P2), P3: words(lines.P3), P4: words(lines.P4), otherwise });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const priority = PRIORITIES.find((one) => one === path[0]);
    context.addIssue({ code: 'custom', path: priority ? [priority] : [], message });
  }
  return z.NEVER;
});
