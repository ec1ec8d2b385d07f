import 'server-only';
import type { Me } from '@/lib/protocol/answers';
import { checkSession, type TokenRequest } from '@/lib/realtime/session-check';
import { createSessionRegistry, type SessionRegistry } from '@/lib/realtime/session-registry';
import { serverSettings } from '../env';
import { serverRedis } from '../relay/log';
import { currentUser } from './current-user';

let registry: SessionRegistry | undefined;

/**
 * Who is signed in, by the list of accounts in Redis, as the stream knows them, without their name; while Redis is away,
 * by the database. For what must be readable while one of the two is down. Null when nobody is.
 * Throws when neither can be asked.
 */
export async function currentViewer(req: TokenRequest): Promise<Me | null> {
  registry ??= createSessionRegistry(serverRedis());
  try {
    const signedIn = await checkSession(req, serverSettings(), registry);
    return signedIn && { id: signedIn.viewer.userId, role: signedIn.viewer.role, name: '', email: '' };
  } catch {
    return currentUser(req);
  }
}
