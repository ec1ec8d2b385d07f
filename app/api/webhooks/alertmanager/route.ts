import { serverSettings } from '@/lib/server/env';
import { json } from '@/lib/server/http/route';
import { secretRoute } from '@/lib/server/http/secret-route';
import { takeAlerts } from '@/lib/server/services/alerts/take-alerts';

const MAX_BYTES = 4_194_304;

/**
 * `POST /api/webhooks/alertmanager`, `Authorization: Bearer $WEBHOOK_TOKEN`: alerts of Alertmanager or Grafana become
 * incidents. 422 when none of a report could be understood; whatever else was wrong stands in a 200, which no sender repeats.
 */
export const POST = secretRoute('alertmanager', () => serverSettings().webhookToken, MAX_BYTES, async (body) => {
  const taken = await takeAlerts(body);
  const { opened, resolved, noted, known, refused, left } = taken;
  const nothing = refused.length > 0 && opened + resolved + noted + known + left.length === 0;
  return json(taken, nothing ? 422 : 200);
});
