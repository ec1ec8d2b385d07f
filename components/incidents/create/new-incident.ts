import { ownValue } from '@/lib/core/own-value';
import { createIncidentSchema, type CreateIncident } from '@/lib/protocol/incident';
import type { LineDraft } from './line-draft';
import { parseIncidentLine } from './parse-incident-line';

/** A request that can be sent, or why not. */
export type NewIncident = { readonly ok: true; readonly incident: CreateIncident } | { readonly ok: false; readonly problem: string };

const PART_WORDS: Readonly<Record<string, string>> = { title: 'The title', location: 'The address', reporter: 'The reporter' };

/** Makes the request of a line. */
export function newIncident({ text, clientMsgId }: LineDraft): NewIncident {
  const { priority, type, title, address, reporter } = parseIncidentLine(text);
  if (!title) return { ok: false, problem: 'Write what happened.' };
  const incident: CreateIncident = { priority, type, title, reporter, location: address ? { address } : null, clientMsgId };
  const parsed = createIncidentSchema.safeParse(incident);
  if (parsed.success) return { ok: true, incident };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: `${ownValue(PART_WORDS, String(issue?.path[0])) ?? 'The line'} does not fit. ${issue?.message ?? ''}`.trim() };
}
