import 'server-only';
import { serverSettings } from '../env';
import { AppError } from '../errors';
import { answerError } from './answer-error';
import { bears } from './bearer';
import { json } from './route';

/** A route for a scheduler: `Authorization: Bearer $CRON_SECRET`, as Vercel sends it. Without the setting it is closed. */
export function cronRoute(work: () => Promise<void>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const { cronSecret } = serverSettings();
      if (!bears(request, cronSecret)) {
        throw new AppError('unauthenticated', 'This route is for the scheduler.');
      }
      await work();
      return json({ done: true });
    } catch (error) {
      return answerError(error);
    }
  };
}
