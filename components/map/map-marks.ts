import type { ShapeName } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import type { Incident, Priority } from '@/lib/protocol/incident';
import { placeWords } from '@/lib/protocol/place';
import type { Unit } from '@/lib/protocol/unit';
import type { LatLng } from './projection';

/** Something that has a place on the map. */
export interface MapMark extends LatLng {
  readonly id: string;
  readonly kind: 'incident' | 'unit';
  /** Stands beside the mark. */
  readonly name: string;
  /** What it is and how it stands, for the list. */
  readonly words: string;
  /** The same with its place, for who points at it. */
  readonly whole: string;
  /** An incident is a block with the figure of its priority, a unit the shape of its state. */
  readonly look: { readonly priority: Priority } | { readonly shape: ShapeName; readonly color: string };
  readonly href: string;
}

/** Open incidents and units that have a place, the most urgent first: their names go first where room is short. */
export function mapMarks(incidents: readonly Incident[], units: readonly Unit[]): MapMark[] {
  const urgent = [...incidents].sort((a, b) => a.priority.localeCompare(b.priority));
  return [...urgent.flatMap(incidentMark), ...units.flatMap(unitMark)];
}

/** How much the map shows, and which open incidents it cannot: those without a position, the urgent ones named. */
export function mapNote(incidents: readonly Incident[], marks: readonly MapMark[]): string {
  const missing = incidents.filter(({ location }) => pointOf(location) === null);
  if (missing.length === 0) return `${marks.length} shown`;
  const urgent = missing.filter(({ priority }) => priority === 'P1').length;
  return `${marks.length} shown · ${missing.length} open without a position${urgent > 0 ? `, ${urgent} of them P1` : ''}`;
}

function incidentMark({ id, number, title, priority, location }: Incident): MapMark[] {
  const point = pointOf(location);
  if (!point) return [];
  const words = `${number} ${priority} ${title}`;
  return [{ ...point, id, kind: 'incident', name: number.slice(5), words, whole: `${words} · ${placeWords(location)}`, look: { priority }, href: `/incidents/${encodeURIComponent(id)}` }];
}

function unitMark({ id, callSign, state, position, incidentId }: Unit): MapMark[] {
  const point = pointOf(position);
  if (!point) return [];
  const { shape, word, tone } = UNIT_STATE_LOOK[state];
  const href = incidentId ? `/incidents/${encodeURIComponent(incidentId)}` : '/units';
  const words = `${callSign} ${word}`;
  return [{ ...point, id, kind: 'unit', name: callSign, words, whole: words, look: { shape, color: TONE_TEXT[tone] }, href }];
}

function pointOf(place: { readonly lat: number | null; readonly lng: number | null } | null): LatLng | null {
  if (!place || place.lat === null || place.lng === null) return null;
  return { lat: place.lat, lng: place.lng };
}
