import 'server-only';
import { z } from 'zod';
import { recordAudit } from '../audit/record';
import { noteQuietChange } from '../cards/start-cards';
import { db } from '../db/client';
import { isDatabaseUnavailable } from '../db/is-unavailable';
import { passwordFits } from './password';
import { countFailedSignIn, signInAllowed } from './sign-in-limit';

const credentialsSchema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().min(1).max(1_024) });

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
  constructor(readonly code: 'rate_limited' | 'unavailable', options?: ErrorOptions) {
    super(code, options);
  }
}

/** The account behind an email and a password, or null when they do not fit. Throws SignInRefused. */
export async function verifyCredentials(input: unknown, source: SignInSource): Promise<VerifiedUser | null> {
  const parsed = credentialsSchema.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const ip = source.ip ?? 'unknown';
  if (!(await signInAllowed(email, ip))) throw new SignInRefused('rate_limited');
  try {
    const user = await db().user.findUnique({ where: { email } });
    const fits = await passwordFits(user?.passwordHash ?? null, password);
    const accepted = user && fits && !user.disabledAt ? user : null;
    if (!accepted) await countFailedSignIn(email, ip);
    const by = accepted
      ? { actor: { name: accepted.name }, ...source }
      : { actor: { name: user?.name ?? 'somebody unknown' }, ...source };
    await recordAudit(db(), by, {
      category: 'sign-in',
      action: 'sign-in',
      outcome: accepted ? 'success' : 'failure',
      targetType: 'user',
      targetId: user?.id ?? 'unknown',
      summary: accepted ? `Signed in: ${email}` : `A sign-in was refused: ${email}`,
    });
    void noteQuietChange('sign-ins');
    return accepted && { id: accepted.id, name: accepted.name, email, sessionVersion: accepted.sessionVersion };
  } catch (cause) {
    if (!isDatabaseUnavailable(cause)) console.error('A sign-in failed', cause instanceof Error ? cause.message : cause);
    throw new SignInRefused('unavailable', { cause });
  }
}
