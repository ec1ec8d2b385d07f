import 'server-only';
import type { Me } from '@/lib/protocol/answers';
import { checkSession, type TokenRequest } from '@/lib/realtime/session-check';
import { serverSettings } from '../env';
import { accountRegistry } from './accounts';
import { currentUser } from './current-user';

/**
 * Who is signed in, by the list of accounts in Redis, as the stream knows them, without their name; while Redis is away,
 * by the database. For what must be readable while one of the two is down. Null when nobody is.
 * Throws when neither can be asked.
 */
export async function currentViewer(req: TokenRequest): Promise<Me | null> {
  try {
    const signedIn = await checkSession(req, serverSettings(), accountRegistry());
    return signedIn && { id: signedIn.viewer.userId, role: signedIn.viewer.role, name: '', email: '' };
  } catch {
    return currentUser(req);
  }
}
