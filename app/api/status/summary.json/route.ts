import { statusDocument } from '@/lib/server/http/status-route';

export const dynamic = 'force-dynamic';

/** `GET /api/status/summary.json`, without sign-in: the same as `/api/v2/summary.json`. */
export const GET = (request: Request) => statusDocument(request, 'summary.json');
