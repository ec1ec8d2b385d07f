import { z } from 'zod';
import type { FirstAdmin } from '@/lib/protocol/account';
import { request } from './http';

const answerSchema = z.object({ email: z.string() });

/** Makes the first admin. Throws RequestError. */
export function makeFirstAdmin(body: FirstAdmin): Promise<{ email: string }> {
  return request('/api/first-run', answerSchema, { method: 'POST', body });
}
