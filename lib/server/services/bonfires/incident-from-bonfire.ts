import 'server-only';
import { INCIDENT_REPORTER_MAX, INCIDENT_TITLE_MAX, type Priority } from '@/lib/protocol/incident';
import type { BonfireRow } from './to-wire';

/** The incident that an escalated bonfire becomes. */
export function incidentFromBonfire(row: BonfireRow, priority: Priority) {
  return {
    title: cut(`Bonfire out of control: ${row.address}`, INCIDENT_TITLE_MAX),
    type: 'fire',
    priority,
    location: { address: row.address, lat: row.lat, lng: row.lng },
    reporter: cut(`${row.name}, ${row.phone}`, INCIDENT_REPORTER_MAX),
    source: 'bonfire',
    externalId: row.id,
  } as const;
}

function cut(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}
