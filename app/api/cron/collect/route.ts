import { cronRoute } from '@/lib/server/http/cron-route';
import { collectFor } from '@/lib/server/monitoring/ask-for-round';

export const maxDuration = 60;

const SHIFT_MS = 55_000;

/** `GET|POST /api/cron/collect`: looks at services for most of a minute, where no server lives on to do so. */
const handler = cronRoute(() => collectFor(SHIFT_MS));

export { handler as GET, handler as POST };
