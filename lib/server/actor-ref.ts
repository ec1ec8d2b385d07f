import 'server-only';
import type { z } from 'zod';
import type { personSchema } from '@/lib/protocol/person';
import type { AuditActor } from './audit/record';
import type { Context } from './context';

type Person = z.output<typeof personSchema>;

/** Who did something, as events name them: null where it was nobody who is signed in. */
export function actorRef(by: Context): Person;
export function actorRef(by: AuditActor): Person | null;
export function actorRef({ actor }: AuditActor): Person | null {
  return 'id' in actor ? { id: actor.id, name: actor.name } : null;
}
