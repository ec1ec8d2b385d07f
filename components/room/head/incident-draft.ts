import type { FieldChange } from '@/components/ui/meanwhile';
import { TYPE_WORDS } from '@/components/incidents/type-words';
import { ownValue } from '@/lib/core/own-value';
import type { Incident, IncidentType, PatchIncident, Priority } from '@/lib/protocol/incident';

/** The fields of an incident as the form holds them. */
export interface IncidentDraft {
  readonly title: string;
  readonly type: IncidentType;
  readonly priority: Priority;
  readonly address: string;
  /** "latitude, longitude" in degrees, or empty. */
  readonly coordinates: string;
  readonly reporter: string;
  /** Empty for nobody. */
  readonly ownerId: string;
}

const NONE = 'none';

/** An incident as the form shows it. */
export function draftOf(incident: Incident): IncidentDraft {
  const { title, type, priority, location, reporter, owner } = incident;
  const coordinates = location && location.lat !== null && location.lng !== null ? `${location.lat}, ${location.lng}` : '';
  return { title, type, priority, address: location?.address ?? '', coordinates, reporter: reporter ?? '', ownerId: owner?.id ?? '' };
}

/** What differs between two versions of an incident, in words. */
export function changesBetween(before: Incident, after: Incident): FieldChange[] {
  const [old, now] = [spoken(before), spoken(after)];
  return Object.entries(now).flatMap(([field, [label, text]]) => {
    const was = ownValue(old, field)?.[1] ?? NONE;
    return was === text ? [] : [{ field, label, before: was, after: text }];
  });
}

/** What was typed, after one more field: what is as it was before is not typed any more. */
export function typedInto<K extends keyof IncidentDraft>(typed: Partial<IncidentDraft>, current: Incident, field: K, value: IncidentDraft[K]): Partial<IncidentDraft> {
  if (draftOf(current)[field] !== value) return { ...typed, [field]: value };
  const others = { ...typed };
  delete others[field];
  return others;
}

/** The fields in which something else was typed than what stands there. */
export function fieldsThatDiffer(typed: Partial<IncidentDraft>, current: Incident): string[] {
  const now = new Map(Object.entries(draftOf(current)));
  return Object.entries(typed).flatMap(([field, value]) => (value === now.get(field) ? [] : [field]));
}

/** What was typed and is not so already. An error instead when it cannot be sent: which field, and why. */
export function patchFrom(typed: Partial<IncidentDraft>, current: Incident): { patch: Omit<PatchIncident, 'version'> } | { field: string; problem: string } {
  const now = draftOf(current);
  const wanted = { ...now, ...typed };
  const place = placeOf(wanted);
  if (place === undefined) return { field: 'coordinates', problem: 'Write them as 59.9139, 10.7522.' };
  const isNew = (field: keyof IncidentDraft) => wanted[field].trim() !== now[field];
  return {
    patch: {
      ...(isNew('title') ? { title: wanted.title } : {}),
      ...(isNew('type') ? { type: wanted.type } : {}),
      ...(isNew('priority') ? { priority: wanted.priority } : {}),
      ...(isNew('address') || isNew('coordinates') ? { location: place } : {}),
      ...(isNew('reporter') ? { reporter: wanted.reporter.trim() || null } : {}),
      ...(isNew('ownerId') ? { ownerId: wanted.ownerId || null } : {}),
    },
  };
}

/** Null for no place, undefined for one that cannot be read. */
function placeOf({ address, coordinates }: IncidentDraft) {
  const numbers = coordinates.trim() === '' ? null : coordinates.split(/[,;\s]+/).filter(Boolean).map(Number);
  if (numbers && (numbers.length !== 2 || numbers.some((value) => !Number.isFinite(value)))) return undefined;
  if (address.trim() === '' && !numbers) return null;
  return { address: address.trim() === '' ? null : address, lat: numbers?.[0] ?? null, lng: numbers?.[1] ?? null };
}

function spoken(incident: Incident): Record<string, [label: string, text: string]> {
  const draft = draftOf(incident);
  return {
    title: ['Title', draft.title],
    type: ['Type', TYPE_WORDS[draft.type]],
    priority: ['Priority', draft.priority],
    address: ['Address', draft.address || NONE],
    coordinates: ['Coordinates', draft.coordinates || NONE],
    reporter: ['Reporter', draft.reporter || NONE],
    ownerId: ['Owner', incident.owner?.name ?? 'nobody'],
    status: ['Status', incident.status],
  };
}
