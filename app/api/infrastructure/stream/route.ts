import { readSessionToken } from '@/lib/realtime/session-check';
import { serverSettings } from '@/lib/server/env';
import { readRoute } from '@/lib/server/http/route';
import { openInfraStream } from '@/lib/server/services/infrastructure/stream';

export const maxDuration = 300;

/** `GET /api/infrastructure/stream`: `connected`, then the whole payload as `infra` every two seconds, a heartbeat every five. */
export const GET = readRoute({ permission: 'infra.read', rate: 'read', despiteOutages: true }, async ({ ctx, request }) =>
  openInfraStream(ctx, (await readSessionToken(request, serverSettings()))?.sid ?? '', request.signal),
);
