import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';

/** How long an answer to too many attempts is held back. */
const HOLD_MS = 1_000;
/** So many at once; a held answer costs a connection and nothing else. */
const MOST_HELD = 1_000;
const TOO_MANY_REQUESTS = 429;

let held = 0;

/**
 * Gives an answer, one of status 429 a second later: who tries passwords in a loop then asks once a second, and each loop costs the board
 * ten milliseconds of a second instead of all of it.
 */
export async function holdRefusal(answer: Response): Promise<Response> {
  if (answer.status !== TOO_MANY_REQUESTS || held >= MOST_HELD) return answer;
  held += 1;
  try {
    await delay(HOLD_MS);
  } finally {
    held -= 1;
  }
  return answer;
}
