import { INCIDENT_STATUS_LOOK } from '@/components/incidents/incident-status-look';
import { UNIT_STATE_LOOK } from '@/components/units/state-look';
import { assertNever } from '@/lib/core/assert-never';
import { isActivity, type ActivityEvent } from '@/lib/protocol/activity';
import { bonfirePlace } from '@/lib/protocol/bonfire';
import type { WireEvent } from '@/lib/protocol/events';
import type { Activity } from '@/stores/activity';

/** Tells an event in a few words; null for what is no news to a room. */
export function activityOf(event: WireEvent): Activity | null {
  return isActivity(event) ? { id: event.id, at: event.timestamp, ...tell(event) } : null;
}

function tell(event: ActivityEvent): Omit<Activity, 'id' | 'at'> {
  switch (event.type) {
    case 'incident.created': {
      const { incident } = event.data;
      return { subject: incident.number, text: `${incident.priority} came in: ${incident.title}`, href: incidentPath(incident.id) };
    }
    case 'incident.updated': {
      const { incident, changed, actor } = event.data;
      return { subject: incident.number, text: `changed: ${changed.join(', ')}${by(actor)}`, href: incidentPath(incident.id) };
    }
    case 'incident.status.changed': {
      const { id, number, from, to, actor } = event.data;
      return { subject: number, text: `${INCIDENT_STATUS_LOOK[from].word} → ${INCIDENT_STATUS_LOOK[to].word}${by(actor)}`, href: incidentPath(id) };
    }
    case 'unit.created':
    case 'unit.retired': {
      const { unit, actor } = event.data;
      return { subject: unit.callSign, text: `${event.type === 'unit.created' ? 'is on the board' : 'is off the board'}${by(actor)}`, href: '/units' };
    }
    case 'unit.status.changed': {
      const { unit, from, actor } = event.data;
      return { subject: unit.callSign, text: `${from.code} → ${unit.code} ${UNIT_STATE_LOOK[unit.state].word}${by(actor)}`, href: '/units' };
    }
    case 'unit.assigned': {
      const { unit, incidentNumber, actor } = event.data;
      return { subject: unit.callSign, text: `sent to ${incidentNumber}${by(actor)}`, href: unit.incidentId ? incidentPath(unit.incidentId) : '/units' };
    }
    case 'unit.cleared': {
      const { unit, incidentId, incidentNumber, actor } = event.data;
      return { subject: unit.callSign, text: `taken off ${incidentNumber}${by(actor)}`, href: incidentPath(incidentId) };
    }
    case 'bonfire.created': {
      const { bonfire } = event.data;
      return { subject: 'Bonfire', text: `registered: ${bonfirePlace(bonfire)}`, href: '/bonfires' };
    }
    case 'bonfire.status.changed': {
      const { bonfire, actor } = event.data;
      return { subject: 'Bonfire', text: `${bonfire.status.replaceAll('_', ' ')}: ${bonfirePlace(bonfire)}${by(actor)}`, href: '/bonfires' };
    }
    case 'server.status.changed': {
      const { name, from, to } = event.data;
      return { subject: name, text: `${from} → ${to}`, href: '/infrastructure' };
    }
    default:
      return assertNever(event);
  }
}

function by(actor: { readonly name: string } | null): string {
  return actor ? `, ${actor.name}` : '';
}

function incidentPath(incidentId: string): string {
  return `/incidents/${encodeURIComponent(incidentId)}`;
}
