import { z } from 'zod';

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** A point in time as this server writes it: ISO 8601 UTC. */
export const instant = z.iso.datetime();

/** A point in time as somebody sends it: ISO 8601 with a zone, within this century. */
export const givenInstant = z.iso.datetime({ offset: true }).refine((text) => {
  const ms = Date.parse(text);
  return ms >= EARLIEST && ms < LATEST;
}, 'Use a date between 2000 and 2100.');
