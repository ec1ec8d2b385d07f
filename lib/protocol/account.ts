import { z } from 'zod';
import { ID } from './id';
import { roleSchema } from './permissions';
import { lineOfText } from './text';

export const ACCOUNT_NAME_MAX = 80;
const EMAIL_MAX = 254;
/** Long rather than complicated: nothing else is asked of a password. */
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;
const LEAST_DIFFERENT = 5;

/** The e-mail of an account in its one spelling. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, `Use at most ${EMAIL_MAX} characters.`)
  .regex(/^[^\p{C}\s@]+@[^\p{C}\s@]+$/u, 'Write an e-mail address, such as astrid@example.org.');

/** A password that somebody chooses. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters.`)
  .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`)
  .refine((text) => new Set(text).size >= LEAST_DIFFERENT, `Use at least ${LEAST_DIFFERENT} different characters.`)
  .refine((text) => text !== 'watchroom-demo', 'This password is published. Choose another.');

const person = { name: lineOfText(ACCOUNT_NAME_MAX), email: emailSchema, password: newPasswordSchema };

/** The body of `POST /api/admin/users`. */
export const newAccountSchema = z.strictObject({ ...person, role: roleSchema });
export type NewAccount = z.output<typeof newAccountSchema>;

/** The body of `PATCH /api/admin/users`. */
export const changeAccountSchema = z
  .strictObject({ id: z.string().regex(ID, 'This is not an id.'), role: roleSchema.optional(), disabled: z.boolean().optional(), password: newPasswordSchema.optional() })
  .refine(({ id: _id, ...changes }) => Object.values(changes).some((value) => value !== undefined), { message: 'Say what to change: role, disabled or password.' });
export type ChangeAccount = z.output<typeof changeAccountSchema>;

/** The body of `POST /api/first-run`: the first admin, and the token that the start has printed. */
export const firstAdminSchema = z.strictObject({ ...person, token: z.string().trim().min(1, 'Write the token that the start has printed.').max(200, 'This is no token.') });
export type FirstAdmin = z.input<typeof firstAdminSchema>;
