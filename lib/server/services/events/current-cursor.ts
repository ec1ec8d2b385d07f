import 'server-only';
import { cache } from 'react';
import type { Cursor } from '@/lib/protocol/cursor';
import { eventLog } from '@/lib/server/relay/log';
import { formatCursor } from '@/lib/protocol/cursor';
import { singleFlight } from '@/lib/core/single-flight';

const readEnds = singleFlight(() => eventLog().ends());

/**
 * Where the log ends now, or null while it cannot be read. Ask before reading the database. All parts of one page
 * get the same answer, so that a page's data never lies before the place its stream starts from.
 */
export const currentCursor = cache(async (): Promise<Cursor | null> => {
  try {
    const { epoch, last } = await readEnds();
    return formatCursor(epoch, last);
  } catch {
    return null;
  }
});
