import 'server-only';
import { db } from '../db/client';
import { isDatabaseUnavailable } from '../db/is-unavailable';
import { ProbeError } from './probes/probe-error';
import type { OwnParts } from './probes/run-probe';
import { quickRedis } from './quick-redis';

/** Watchroom's own database and Redis as a probe asks them; how the stream is looked at is the caller's. */
export function ownParts(stream: OwnParts['stream']): OwnParts {
  return {
    async database() {
      try {
        await db().$queryRaw`SELECT 1`;
      } catch (error) {
        throw isDatabaseUnavailable(error) ? new ProbeError('The database does not answer.') : error;
      }
    },
    redis: () => quickRedis().ping(),
    stream,
  };
}
