import { json, readRoute } from '@/lib/server/http/route';
import { askForRound } from '@/lib/server/monitoring/ask-for-round';
import { readInfrastructure } from '@/lib/server/services/infrastructure/read';

/** `GET /api/infrastructure`: every service as it is now, in the same payload as the stream's. */
export const GET = readRoute({ permission: 'infra.read', rate: 'read', despiteOutages: true }, async () => {
  const payload = await readInfrastructure();
  askForRound();
  return json(payload);
});
