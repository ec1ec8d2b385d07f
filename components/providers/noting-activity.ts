import { activityOf } from '@/components/overview/activity-of';
import { routeEvent, type EventHandlers } from '@/lib/client/event-router';
import type { WireEvent } from '@/lib/protocol/events';
import { noteActivity } from '@/stores/activity';

/** The same handlers, which also note what happened for the activity list. */
export function notingActivity(handlers: EventHandlers): EventHandlers {
  const noting = (event: WireEvent) => {
    routeEvent(handlers, event);
    const activity = activityOf(event);
    if (activity) noteActivity(activity);
  };
  return Object.fromEntries(Object.keys(handlers).map((type) => [type, noting])) as EventHandlers;
}
