import { z } from 'zod';

/**
 * What readers of Statuspage's public API (version 2) demand: clients in Go, C#, Java, Python and TypeScript that parse into
 * typed records. Times and texts that they take for granted are never null, and there is no field that they do not know.
 */
const instant = z.iso.datetime();
const url = z.url({ protocol: /^https?$/ });
const componentStatus = z.enum(['operational', 'degraded_performance', 'partial_outage', 'major_outage', 'under_maintenance']);

const page = z.strictObject({ id: z.string().min(1), name: z.string().min(1), url, time_zone: z.string().min(1), updated_at: instant });
const status = z.strictObject({ indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']), description: z.string().min(1) });
const component = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  status: componentStatus,
  created_at: instant,
  updated_at: instant,
  position: z.int().min(1),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.iso.date(),
  group_id: z.string().nullable(),
  page_id: z.string().min(1),
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
});
const update = z.strictObject({
  id: z.string().min(1),
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem', 'scheduled', 'in_progress', 'verifying', 'completed']),
  body: z.string().min(1),
  incident_id: z.string().min(1),
  created_at: instant,
  updated_at: instant,
  display_at: instant,
  affected_components: z.array(z.strictObject({ code: z.string(), name: z.string(), old_status: componentStatus, new_status: componentStatus })),
  deliver_notifications: z.boolean(),
  custom_tweet: z.string().nullable(),
  tweet_id: z.number().nullable(),
});
const told = {
  id: z.string().min(1),
  name: z.string().min(1),
  created_at: instant,
  updated_at: instant,
  monitoring_at: instant.nullable(),
  resolved_at: instant.nullable(),
  shortlink: url,
  started_at: instant,
  page_id: z.string().min(1),
  incident_updates: z.array(update).min(1),
  components: z.array(component).min(1),
  reminder_intervals: z.null(),
};
const incident = z.strictObject({ ...told, status: z.enum(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem']), impact: z.enum(['none', 'minor', 'major', 'critical']) });
const maintenance = z.strictObject({ ...told, status: z.enum(['scheduled', 'in_progress', 'verifying', 'completed']), impact: z.literal('maintenance'), scheduled_for: instant, scheduled_until: instant });

const incidents = z.strictObject({ page, incidents: z.array(incident) });
const maintenances = z.strictObject({ page, scheduled_maintenances: z.array(maintenance) });

/** Each document of the API by its path after `/api/v2/`. */
export const statusDocuments = {
  'summary.json': z.strictObject({ page, status, components: z.array(component), incidents: z.array(incident), scheduled_maintenances: z.array(maintenance) }),
  'status.json': z.strictObject({ page, status }),
  'components.json': z.strictObject({ page, components: z.array(component) }),
  'incidents.json': incidents,
  'incidents/unresolved.json': incidents,
  'scheduled-maintenances.json': maintenances,
  'scheduled-maintenances/upcoming.json': maintenances,
  'scheduled-maintenances/active.json': maintenances,
};
