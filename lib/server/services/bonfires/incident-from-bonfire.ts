import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { INCIDENT_REPORTER_MAX, INCIDENT_TITLE_MAX, type Priority } from '@/lib/protocol/incident';
import type { BonfireRow } from './to-wire';

/** The incident that an escalated bonfire becomes. */
export function incidentFromBonfire(row: BonfireRow, priority: Priority) {
  return {
    title: cutText(`Bonfire out of control: ${row.address}`, INCIDENT_TITLE_MAX),
    type: 'fire',
    priority,
    location: { address: row.address, lat: row.lat, lng: row.lng },
    reporter: cutText(`${row.name}, ${row.phone}`, INCIDENT_REPORTER_MAX),
    source: 'bonfire',
    externalId: row.id,
  } as const;
}
