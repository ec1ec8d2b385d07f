'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PRESENCE_EVERY_MS } from '@/lib/protocol/room';
import { leavePresence, presentQuery, roomKeys, tellPresence } from '@/lib/queries/rooms';

/** Says again and again that this room is open here, while somebody can see it; says so when it no longer is. */
export function useTellPresence(incidentId: string, userId: string): void {
  const queryClient = useQueryClient();
  const { data: present } = useQuery({ ...presentQuery(incidentId), enabled: false });
  // Another tab of the same person was closed, and took them off the list.
  const missing = present !== undefined && !present.some((one) => one.userId === userId);

  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      // Without a connection one is not there; the next time says so again.
      tellPresence(incidentId).then(
        (answer) => queryClient.setQueryData(roomKeys.present(incidentId), answer.present),
        () => undefined,
      );
    };
    tell();
    const timer = setInterval(tell, PRESENCE_EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [incidentId, missing, queryClient]);

  useEffect(() => () => void leavePresence(incidentId).catch(() => undefined), [incidentId]);
}
