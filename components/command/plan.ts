import type { UnitAct } from '@/components/units/unit-acts';
import type { CreateIncident, Incident } from '@/lib/protocol/incident';
import type { Role } from '@/lib/protocol/permissions';
import type { StatusCode, Unit, UnitPolicy } from '@/lib/protocol/unit';

/** A page that can be gone to by name. */
export interface CommandPage {
  readonly href: string;
  readonly label: string;
}

/** All that the command line knows when it reads a line. */
export interface CommandWorld {
  readonly role: Role;
  readonly units: readonly Unit[];
  readonly codes: readonly StatusCode[];
  readonly policy: UnitPolicy;
  /** Open ones. */
  readonly incidents: readonly Incident[];
  /** Those this person may open. */
  readonly pages: readonly CommandPage[];
  /** Whether the server has a newer version of this page. */
  readonly newer: boolean;
  /** The server's clock, milliseconds. */
  readonly now: number;
}

/** Something to go to: a page, an incident, a unit. */
export interface Hit {
  readonly key: string;
  readonly href: string;
  readonly kind: 'Page' | 'Incident' | 'Unit';
  readonly label: string;
  readonly detail: string;
}

/** What Enter will do. `words` say it; `caution` says what may come of it. */
export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly words: string }
  | { readonly kind: 'unit'; readonly unit: Unit; readonly act: UnitAct; readonly words: string; readonly caution: string | null }
  | { readonly kind: 'create'; readonly incident: CreateIncident; readonly words: string }
  /** The page is loaded anew. */
  | { readonly kind: 'reload'; readonly words: string }
  | { readonly kind: 'find'; readonly hits: readonly Hit[] };

/** Why Enter does nothing, as a plan. */
export function problem(words: string): Plan {
  return { kind: 'problem', words };
}
