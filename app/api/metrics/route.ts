import { bearerOr } from '@/lib/server/http/bearer';
import { readRoute } from '@/lib/server/http/route';
import { serverSettings } from '@/lib/server/env';
import { renderMetrics } from '@/lib/server/services/metrics/render';

async function answer(): Promise<Response> {
  const { contentType, text } = await renderMetrics();
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

/** `GET /api/metrics`: Prometheus text, for `Bearer $METRICS_TOKEN` or a signed-in admin. */
export const GET = bearerOr(() => serverSettings().metricsToken, answer, readRoute({ permission: 'metrics.read', rate: 'read' }, answer));
