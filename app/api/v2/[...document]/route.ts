import { statusDocument } from '@/lib/server/http/status-route';

export const dynamic = 'force-dynamic';

/** `GET /api/v2/summary.json`, `status.json`, `components.json`, …, without sign-in: Statuspage's public API. */
export async function GET(request: Request, { params }: { params: Promise<{ document: string[] }> }) {
  return statusDocument(request, (await params).document.join('/'));
}
