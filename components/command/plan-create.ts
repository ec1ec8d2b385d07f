import { TYPE_WORDS } from '@/components/incidents/type-words';
import { parseIncidentLine } from '@/components/incidents/create/parse-incident-line';
import { createIncidentSchema } from '@/lib/protocol/incident';
import { can } from '@/lib/protocol/permissions';
import { problem, type CommandWorld, type Plan } from './plan';

/** Reads what follows `new`: priority, type, title, `@` address, `#` reporter. */
export function planCreate(rest: string, { role }: CommandWorld): Plan {
  if (!can(role, 'incidents.write')) return problem('You may look at incidents, not create them.');
  const { priority, type, title, address, reporter } = parseIncidentLine(rest);
  if (title === '') return problem('Say what happened: new p1 fire Smoke from roof @ Storgata 3 # Kari 91234567.');
  const incident = { title, priority, type, ...(address ? { location: { address } } : {}), ...(reporter ? { reporter } : {}) };
  const checked = createIncidentSchema.safeParse(incident);
  if (!checked.success) return problem(`${checked.error.issues[0]?.path.join(', ') ?? 'It'}: ${checked.error.issues[0]?.message ?? 'does not fit.'}`);
  const place = address ? ` at ${address}` : '';
  const caller = reporter ? `, reported by ${reporter}` : '';
  return { kind: 'create', incident, words: `Create ${priority} ${TYPE_WORDS[type].toLowerCase()}: ${title}${place}${caller}` };
}
