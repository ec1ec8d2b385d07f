import { z } from 'zod';

/** Somebody as they are named beside what they did. */
export const personSchema = z.object({ id: z.string(), name: z.string() });
