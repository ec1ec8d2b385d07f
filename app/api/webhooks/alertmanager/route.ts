import { serverSettings } from '@/lib/server/env';
import { json } from '@/lib/server/http/route';
import { secretRoute } from '@/lib/server/http/secret-route';
import { takeAlerts } from '@/lib/server/services/alerts/alertmanager';

const MAX_BYTES = 1_048_576;

/** `POST /api/webhooks/alertmanager`, `Authorization: Bearer $WEBHOOK_TOKEN`: alerts of Alertmanager (webhook version 4) become incidents. */
export const POST = secretRoute('alertmanager', () => serverSettings().webhookToken, MAX_BYTES, async (body) => json(await takeAlerts(body)));
