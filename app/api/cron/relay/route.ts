import { cronRoute } from '@/lib/server/http/cron-route';
import { reconcileLog } from '@/lib/server/relay/relay';
import { serverRound } from '@/lib/server/relay/loop';

/** `GET|POST /api/cron/relay`: the round that a self-hosted server makes by itself every second. */
const handler = cronRoute(async () => {
  await reconcileLog();
  await serverRound();
});

export { handler as GET, handler as POST };
