import { incidentSchema } from '@/lib/protocol/incident';
import { unitSchema } from '@/lib/protocol/unit';
import { RequestError } from '@/lib/queries/http';

/** The unit or the incident that a refusal speaks of, as the server held it then. */
export interface RefusalCause {
  readonly id: string;
  readonly version: number;
}

/** What an act was refused for; null when the refusal does not say. */
export function causeOf(error: unknown): RefusalCause | null {
  const current = error instanceof RequestError ? error.current : undefined;
  const held = unitSchema.safeParse(current).data ?? incidentSchema.safeParse(current).data;
  return held ? { id: held.id, version: held.version } : null;
}

/** Whether what an act was refused for has changed since, so that the refusal may be wrong by now. */
export function isPast(cause: RefusalCause | null, known: readonly RefusalCause[]): boolean {
  return cause !== null && known.some(({ id, version }) => id === cause.id && version > cause.version);
}
