/** The words of Statuspage's public API, version 2, which many programs read. Every field is always there. Times are ISO 8601 UTC. */
type Instant = string;

export const PAGE_ID = 'watchroom';

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly time_zone: string;
  readonly updated_at: Instant;
}

export interface Status {
  readonly indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance';
  readonly description: string;
}

export type ComponentStatus = 'operational' | 'degraded_performance' | 'partial_outage' | 'major_outage' | 'under_maintenance';

export interface Component {
  readonly id: string;
  readonly name: string;
  readonly status: ComponentStatus;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly position: number;
  readonly description: string | null;
  readonly showcase: boolean;
  /** `YYYY-MM-DD`. */
  readonly start_date: string;
  readonly group_id: string | null;
  readonly page_id: string;
  readonly group: boolean;
  readonly only_show_if_degraded: boolean;
}

export interface Update<S extends string> {
  readonly id: string;
  readonly status: S;
  readonly body: string;
  readonly incident_id: string;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly display_at: Instant;
  readonly affected_components: readonly { readonly code: string; readonly name: string; readonly old_status: ComponentStatus; readonly new_status: ComponentStatus }[];
  readonly deliver_notifications: boolean;
  readonly custom_tweet: null;
  readonly tweet_id: null;
}

interface Told<S extends string> {
  readonly id: string;
  readonly name: string;
  readonly status: S;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly monitoring_at: Instant | null;
  readonly resolved_at: Instant | null;
  readonly shortlink: string;
  readonly started_at: Instant;
  readonly page_id: string;
  /** The newest first. */
  readonly incident_updates: readonly Update<S>[];
  readonly components: readonly Component[];
  readonly reminder_intervals: null;
}

export interface Incident extends Told<'investigating' | 'resolved'> {
  readonly impact: 'minor' | 'major';
}

export interface ScheduledMaintenance extends Told<'scheduled' | 'in_progress' | 'completed'> {
  readonly impact: 'maintenance';
  readonly scheduled_for: Instant;
  readonly scheduled_until: Instant;
}

/** All that there is to tell, what is over included, the newest first. */
export interface StatusPage {
  readonly page: Page;
  readonly status: Status;
  readonly components: readonly Component[];
  readonly incidents: readonly Incident[];
  readonly maintenances: readonly ScheduledMaintenance[];
}

/** An update of an incident or a maintenance. */
export function updateOf<S extends string>(incidentId: string, index: number, at: Date, status: S, body: string, affected: Update<S>['affected_components']): Update<S> {
  const iso = at.toISOString();
  return { id: `${incidentId}-${index}`, status, body, incident_id: incidentId, created_at: iso, updated_at: iso, display_at: iso, affected_components: affected, deliver_notifications: false, custom_tweet: null, tweet_id: null };
}
