import type { EventType, WireEvent } from '@/lib/protocol/events';

/** What each type of event does to this screen. A type without a handler does not compile. */
export type EventHandlers = { readonly [T in EventType]: (event: Extract<WireEvent, { type: T }>) => void };

/** Gives an event to the handler of its type. */
export function routeEvent(handlers: EventHandlers, event: WireEvent): void {
  // The key and the argument come from one union; the compiler cannot follow that through an index.
  (handlers[event.type] as (event: WireEvent) => void)(event);
}
