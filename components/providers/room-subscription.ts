'use client';

import { useEffect } from 'react';
import { hearRoom } from './connection-actions';

/** Hears the room of an incident for as long as the component is on the page. */
export function useRoomSubscription(incidentId: string): void {
  useEffect(() => hearRoom(incidentId), [incidentId]);
}
