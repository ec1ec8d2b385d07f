import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import type { Me } from '@/lib/protocol/answers';
import { accountKeys } from '@/lib/queries/accounts';
import { useDemo } from '@/stores/demo';
import { useConnection } from '@/stores/connection';
import { noteBroadcast, noteReceipt } from '@/stores/test-broadcasts';
import { announcing } from './arrival-handlers';
import { bonfireHandlers } from './bonfire-handlers';
import { cardHandlers } from './card-handlers';
import { flashHandlers } from './flash-handlers';
import { incidentHandlers } from './incident-handlers';
import { infraHandlers } from './infra-handlers';
import { notingActivity } from './noting-activity';
import { roomHandlers } from './room-handlers';
import { unitHandlers } from './unit-handlers';

/** What every event does to this screen. */
export function eventHandlers(me: Me, queryClient: QueryClient): EventHandlers {
  return announcing(me, notingActivity({
    ...flashHandlers(me, queryClient),
    ...incidentHandlers(queryClient),
    ...roomHandlers(queryClient),
    ...unitHandlers(queryClient),
    ...bonfireHandlers(queryClient),
    ...infraHandlers(queryClient),
    ...cardHandlers(queryClient),
    'test.broadcast': ({ data: { id, label, sentAt } }) => {
      const heardAt = Date.now() + useConnection.getState().clockOffsetMs;
      noteBroadcast({ id, label, sentAt: Date.parse(sentAt), heardAt });
    },
    'demo.changed': ({ data: { simulating } }) => useDemo.setState({ simulating }),
    'test.receipt': ({ data: { broadcastId, userName, latencyMs } }) => noteReceipt({ broadcastId, tab: userName, latencyMs }),
    // The server ends the stream of the account it concerns; admins may be looking at the list of accounts.
    'session.revoked': () => void queryClient.invalidateQueries({ queryKey: accountKeys.all }),
    'session.ended': () => undefined,
  }));
}
