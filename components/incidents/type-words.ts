import type { IncidentType } from '@/lib/protocol/incident';

/** What an incident is about, for people. */
export const TYPE_WORDS: Readonly<Record<IncidentType, string>> = {
  fire: 'Fire',
  medical: 'Medical',
  traffic: 'Traffic',
  rescue: 'Rescue',
  hazmat: 'Hazmat',
  flood: 'Flood',
  alarm: 'Alarm',
  assistance: 'Assistance',
  other: 'Other',
};
