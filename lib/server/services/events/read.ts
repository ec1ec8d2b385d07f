import 'server-only';
import { z } from 'zod';
import { parseJson } from '@/lib/core/parse-json';
import { viewerSees } from '@/lib/protocol/audience';
import type { eventsAnswerSchema } from '@/lib/protocol/answers';
import { chooseTopics } from '@/lib/protocol/topics';
import { jsonForRole } from '@/lib/realtime/json-for-role';
import { authorise, type Context } from '@/lib/server/context';
import { AppError } from '@/lib/server/errors';
import { readSnapshot } from '../board/snapshot';
import { notePolling } from '../users/online';
import { freshWindow } from './window';

/** The answer of `GET /api/events`. */
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;

/**
 * The polling twin of the stream: what followed a cursor, by the same rules of sight. Without `since`: only
 * the position. A cursor that cannot be served gives a reset; a log that cannot be read gives the snapshot.
 * @throws AppError forbidden, malformed (unknown topic)
 */
export async function readEvents(ctx: Context, query: { since: string | null; topics: string | null }): Promise<EventsAnswer> {
  authorise(ctx, 'board.read');
  notePolling(ctx.actor.id);
  const choice = chooseTopics(query.topics, ctx.actor.role);
  if ('unknown' in choice) {
    throw new AppError('malformed', 'The list of topics names some that do not exist.', { details: choice.unknown.slice(0, 5) });
  }
  try {
    const window = await freshWindow();
    if (query.since === null) return { events: [], cursor: window.cursorAt(window.position) };
    const resume = await window.resume(query.since);
    const cursor = window.cursorAt(window.position);
    if ('reset' in resume) return { reset: true, reason: resume.reset, cursor };
    const topics = new Set(choice.topics);
    const viewer = { userId: ctx.actor.id, role: ctx.actor.role };
    const events = window
      .after(resume.position)
      .filter((entry) => topics.has(entry.topic) && viewerSees(entry.audience, viewer))
      .flatMap((entry) => {
        const json = jsonForRole(entry, viewer.role);
        return json === null ? [] : [{ ...z.looseObject({}).parse(parseJson(json)), cursor: window.cursorAt(entry.streamId) }];
      });
    return { events, cursor };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return { snapshot: await readSnapshot(ctx), cursor: null, degraded: true };
  }
}
