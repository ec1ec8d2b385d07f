import { z } from 'zod';

/** The name a client gives to what it sends, so that sending it again changes nothing. */
export const clientMsgIdSchema = z.string().regex(/^[0-9A-Za-z-]{8,64}$/, 'This must be 8 to 64 letters, digits or dashes.');
