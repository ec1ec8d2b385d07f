import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { compareIncidents } from '@/lib/protocol/incident-filter';
import { can } from '@/lib/protocol/permissions';
import { placeWords } from '@/lib/protocol/place';
import type { CommandPage, CommandWorld, Hit } from './plan';

const HITS_MAX = 8;

interface Candidate {
  readonly hit: Hit;
  /** What may be typed for it, the most telling first. */
  readonly names: readonly string[];
}

/** Open incidents, units and pages that a text fits, the closest first. Every word must be found. */
export function findHits(text: string, { role, units, incidents, pages }: CommandWorld): Hit[] {
  const candidates: Candidate[] = [
    ...(can(role, 'units.read') ? units : []).map((unit) => ({
      hit: {
        key: `unit:${unit.id}`,
        href: unitHref(unit.id),
        kind: 'Unit' as const,
        label: unit.callSign,
        detail: `${unit.kind}, ${unit.station} · ${UNIT_STATE_LOOK[unit.state].word.toLowerCase()}`,
      },
      names: [unit.callSign, unit.name, unit.station],
    })),
    ...(can(role, 'incidents.read') ? [...incidents].sort(compareIncidents('newest')) : []).map((incident) => ({
      hit: {
        key: `incident:${incident.id}`,
        href: incidentHref(incident.id),
        kind: 'Incident' as const,
        label: incident.number,
        detail: [`${incident.priority} ${incident.title}`, placeWords(incident.location)].filter(Boolean).join(' · '),
      },
      names: [incident.number, incident.number.replace(/^\d+-0*/, ''), incident.title, placeWords(incident.location) ?? ''],
    })),
    ...pages.map(pageCandidate),
  ];
  return rank(text, candidates);
}

/** Pages whose name or address begins with a text; all of them for an empty one. */
export function findPages(name: string, pages: readonly CommandPage[]): Hit[] {
  const wanted = name.trim().toLowerCase().replace(/^\//, '');
  return pages
    .filter(({ href, label }) => label.toLowerCase().startsWith(wanted) || href.slice(1).startsWith(wanted))
    .map((page) => pageCandidate(page).hit);
}

/** Where a unit is shown. */
export function unitHref(unitId: string): string {
  return `/units?unit=${encodeURIComponent(unitId)}`;
}

/** Where an incident is shown. */
export function incidentHref(incidentId: string): string {
  return `/incidents/${encodeURIComponent(incidentId)}`;
}

function pageCandidate({ href, label }: CommandPage): Candidate {
  return { hit: { key: `page:${href}`, href, kind: 'Page', label, detail: href }, names: [label] };
}

function rank(text: string, candidates: readonly Candidate[]): Hit[] {
  const whole = text.toLowerCase();
  const words = whole.split(/\s+/);
  return candidates
    .map(({ hit, names }) => ({ hit, score: scoreOf(whole, words, names.map((name) => name.toLowerCase())) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, HITS_MAX)
    .map(({ hit }) => hit);
}

function scoreOf(whole: string, words: readonly string[], names: readonly string[]): number {
  const [first = ''] = names;
  if (names.includes(whole)) return 4;
  if (first.startsWith(whole)) return 3;
  if (names.some((name) => name.startsWith(whole))) return 2;
  return words.every((word) => names.some((name) => name.includes(word))) ? 1 : 0;
}
