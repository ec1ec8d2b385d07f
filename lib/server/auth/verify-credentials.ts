import 'server-only';
import { z } from 'zod';
import { logError } from '@/lib/core/log';
import { recordAudit } from '../audit/record';
import { noteQuietChange } from '../cards/start-cards';
import { db } from '../db/client';
import { isDatabaseUnavailable } from '../db/is-unavailable';
import { passwordChecksAreFull, passwordFits } from './password';
import { beginAttempt } from './sign-in-limit';
import { waitCode } from './wait-time';

/** What may be an account's e-mail. Anything else is no account's, which must not be told by the time that it takes. */
const emailSchema = z.string().trim().toLowerCase().max(254).regex(/^[^\p{C}\s]+$/u);
const credentialsSchema = z.object({ email: z.string().catch(''), password: z.string().catch('') });
const PASSWORD_MAX = 1_024;
const BUSY_SECONDS = 5;

/** Somebody whose password was right. */
export interface VerifiedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly sessionVersion: number;
}

/** Where a sign-in comes from. */
export interface SignInSource {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** A sign-in that could not be decided. The code reaches the sign-in page, which has the sentence for it. */
export class SignInRefused extends Error {
  constructor(readonly code: string, options?: ErrorOptions) {
    super(code, options);
  }
}

/** The account behind an email and a password, or null when they do not fit. Throws SignInRefused. */
export async function verifyCredentials(input: unknown, source: SignInSource): Promise<VerifiedUser | null> {
  const { email: typed, password } = credentialsSchema.parse(input ?? {});
  const email = emailSchema.safeParse(typed).data ?? null;
  const attempt = await beginAttempt(email ?? typed.slice(0, 254), source.ip);
  if (attempt.waitSeconds > 0) throw new SignInRefused(waitCode(attempt.waitSeconds));
  if (passwordChecksAreFull()) throw new SignInRefused(waitCode(BUSY_SECONDS));
  try {
    const user = email === null ? null : await db().user.findUnique({ where: { email } });
    const fits = await passwordFits(user?.passwordHash ?? null, password.slice(0, PASSWORD_MAX));
    const accepted = user && fits && password.length <= PASSWORD_MAX && !user.disabledAt ? user : null;
    if (accepted) await attempt.succeeded();
    const by = accepted
      ? { actor: { name: accepted.name }, ...source }
      : { actor: { name: user?.name ?? 'somebody unknown' }, ...source };
    await recordAudit(db(), by, {
      category: 'sign-in',
      action: 'sign-in',
      outcome: accepted ? 'success' : 'failure',
      targetType: 'user',
      targetId: user?.id ?? 'unknown',
      // What was typed may be a password in the wrong field.
      summary: accepted ? `Signed in: ${accepted.email}` : `A sign-in was refused: ${user?.email ?? 'no such account'}`,
    });
    void noteQuietChange('sign-ins');
    return accepted && { id: accepted.id, name: accepted.name, email: accepted.email, sessionVersion: accepted.sessionVersion };
  } catch (cause) {
    if (!isDatabaseUnavailable(cause)) logError('A sign-in failed', cause);
    throw new SignInRefused('unavailable', { cause });
  }
}
