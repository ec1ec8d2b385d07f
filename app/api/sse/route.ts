import type { NextRequest } from 'next/server';
import { openStream } from '@/lib/realtime/stream-route';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

/** The live stream, see lib/realtime/stream-route.ts. */
export function GET(request: NextRequest): Promise<Response> {
  return openStream(request);
}
