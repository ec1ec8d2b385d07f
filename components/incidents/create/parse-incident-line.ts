import { INCIDENT_TYPES, PRIORITIES, type IncidentType, type Priority } from '@/lib/protocol/incident';

/** What a line of text says about a new incident. */
export interface IncidentLine {
  readonly priority: Priority;
  readonly type: IncidentType;
  /** Empty while nothing of it was written yet. */
  readonly title: string;
  readonly address: string | null;
  readonly reporter: string | null;
  /** What was said rather than assumed. */
  readonly said: { readonly priority: boolean; readonly type: boolean };
}

const DEFAULT_PRIORITY: Priority = 'P3';
const DEFAULT_TYPE: IncidentType = 'other';

/**
 * Reads `p1 fire Smoke from roof @ Storgata 3, Lillehammer # Kari 91234567`: priority and type as the first words
 * in either order, the title, the address after a spaced `@`, the reporter after a spaced `#`. What is missing gets
 * its default. The title never loses a word that was not understood.
 */
export function parseIncidentLine(text: string): IncidentLine {
  const { head, address, reporter } = split(text);
  const words = head.split(/\s+/).filter(Boolean);
  let priority: Priority | null = null;
  let type: IncidentType | null = null;
  let taken = 0;
  for (const word of words) {
    const asPriority: Priority | null = priority ? null : priorityOf(word);
    const asType: IncidentType | null = type ? null : typeOf(word);
    if (!asPriority && !asType) break;
    priority = asPriority ?? priority;
    type = asType ?? type;
    taken += 1;
  }
  return {
    priority: priority ?? DEFAULT_PRIORITY,
    type: type ?? DEFAULT_TYPE,
    title: words.slice(taken).join(' '),
    address,
    reporter,
    said: { priority: priority !== null, type: type !== null },
  };
}

// A mark counts only between spaces: an address may hold "H0201#2", a reporter's name an e-mail address.
function split(text: string): { head: string; address: string | null; reporter: string | null } {
  const parts = { head: '', address: '', reporter: '' };
  let current: keyof typeof parts = 'head';
  for (const piece of text.split(/(?:^|(?<=\s))([@#])(?=\s|$)/)) {
    if (piece === '@' && parts.address === '') current = 'address';
    else if (piece === '#' && parts.reporter === '') current = 'reporter';
    else parts[current] += piece;
  }
  const tidy = (part: string) => part.trim().replace(/\s+/g, ' ');
  return { head: tidy(parts.head), address: tidy(parts.address) || null, reporter: tidy(parts.reporter) || null };
}

function priorityOf(word: string): Priority | null {
  return PRIORITIES.find((priority) => priority === word.toUpperCase()) ?? null;
}

function typeOf(word: string): IncidentType | null {
  return INCIDENT_TYPES.find((type) => type === word.toLowerCase()) ?? null;
}
