import { routeEvent, type EventHandlers } from '@/lib/client/event-router';
import type { Me, Snapshot } from '@/lib/protocol/answers';
import type { WireEvent } from '@/lib/protocol/events';
import type { Incident } from '@/lib/protocol/incident';
import { HELD_OPEN_INCIDENTS } from '@/lib/protocol/incident-totals';
import { can } from '@/lib/protocol/permissions';
import { placeWords } from '@/lib/protocol/place';
import { dropArrival, noteArrival, useArrivals } from '@/stores/arrivals';

/** The same handlers, which also tell the frame what came in and what is taken up. One's own doing is no news. */
export function announcing(me: Me, handlers: EventHandlers): EventHandlers {
  const announce = (event: WireEvent) => {
    routeEvent(handlers, event);
    tell(me, event);
  };
  return Object.fromEntries(Object.keys(handlers).map((type) => [type, announce])) as EventHandlers;
}

/** Announces what a snapshot brought that this page did not know: it came in while the page could not hear. What was taken up meanwhile goes. */
export function announceMissed(me: Me, { board }: Snapshot, known: readonly Incident[]): void {
  if (!can(me.role, 'incidents.read')) return;
  const ids = new Set(known.map(({ id }) => id));
  // In a flood an old one can take the place of one that was closed: it did not come in now.
  const newest = known.length < HELD_OPEN_INCIDENTS ? '' : known.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), '');
  for (const incident of board.incidents) if (!ids.has(incident.id) && incident.createdAt > newest) noteIncident(incident);
  const waiting = new Set([
    ...board.incidents.filter(({ status }) => status === 'new').map(({ id }) => id),
    ...board.infrastructure.services.filter(({ state }) => state === 'down').map(({ id }) => id),
  ]);
  for (const { id } of useArrivals.getState().items) if (!waiting.has(id)) dropArrival(id);
}

function tell(me: Me, event: WireEvent): void {
  switch (event.type) {
    case 'incident.created':
      if (event.data.actor?.id !== me.id) noteIncident(event.data.incident);
      return;
    case 'incident.updated':
    case 'incident.status.changed':
      if (event.data.incident.status !== 'new') dropArrival(event.data.incident.id);
      return;
    case 'server.status.changed': {
      const { id, name, to, at, message, incident } = event.data;
      if (to !== 'down') dropArrival(id);
      // One that made an incident arrives as that incident.
      else if (incident === null) noteArrival({ id, kind: 'down', title: `${name} is down`, place: message ?? '', at, href: '/infrastructure' });
      return;
    }
    default:
  }
}

function noteIncident({ id, number, priority, title, status, location, createdAt }: Incident): void {
  if (status !== 'new') return;
  noteArrival({ id, kind: priority, title: `${number} ${title}`, place: placeWords(location) ?? '', at: createdAt, href: `/incidents/${encodeURIComponent(id)}` });
}
