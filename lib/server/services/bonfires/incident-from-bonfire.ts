import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { norwayLocal } from '@/lib/core/norway-time';
import { bonfirePlace, bonfireReference, namesMunicipality } from '@/lib/protocol/bonfire';
import { INCIDENT_REPORTER_MAX, INCIDENT_TITLE_MAX, type Priority } from '@/lib/protocol/incident';
import { ADDRESS_MAX } from '@/lib/protocol/place';
import type { NewIncident } from '../incidents/create';
import type { BonfireRow } from './to-wire';

/** The incident that an escalated bonfire becomes. Only the reporter names persons: everybody reads the rest. */
export function incidentFromBonfire(row: BonfireRow, priority: Priority): NewIncident {
  const address = addressOf(row);
  return {
    title: cutText(`Bonfire out of control: ${address}`, INCIDENT_TITLE_MAX),
    type: 'fire',
    priority,
    location: { address, lat: row.lat, lng: row.lng },
    reporter: cutText(row.responsible === row.name ? `${row.name}, ${row.phone}` : `${row.name}, ${row.phone}; watches the fire: ${row.responsible}`, INCIDENT_REPORTER_MAX),
    source: 'bonfire',
    externalId: row.id,
    opening: openingOf(row, priority),
  };
}

/** With the municipality: street names repeat in neighbouring ones. It stays whole where both are too long together. */
function addressOf({ address, municipality }: BonfireRow): string {
  if (namesMunicipality(address, municipality)) return address;
  const town = `, ${municipality}`;
  return cutText(address, ADDRESS_MAX - town.length) + town;
}

function openingOf(row: BonfireRow, priority: Priority): string {
  return [
    `Came in as ${priority} fire from bonfire notice ${bonfireReference(row.id)}`,
    `Place: ${bonfirePlace({ place: { address: row.address }, municipality: row.municipality })}`,
    `Announced for: ${localTime(row.startsAt)} to ${localTime(row.endsAt)}, Norwegian time`,
    `Material: ${row.material}`,
    `Extent: ${row.extent}`,
    `To put it out: ${row.extinguishing}`,
  ].join('\n');
}

function localTime(at: Date): string {
  return norwayLocal(at.getTime()).replace('T', ' ');
}
