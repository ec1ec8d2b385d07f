import 'server-only';
import { OWN_LISTENER_ID } from '@/lib/realtime/own-listener';
import type { Me } from '@/lib/protocol/answers';

/** Watchroom when it says something by itself. The row is made by a migration; nobody can sign in with it. */
export const WATCHROOM: Me = { id: 'watchroom', name: 'Watchroom', email: 'watchroom@localhost', role: 'supervisor' };

/** Who listens to Watchroom's own stream to see that it works. It exists in the list of accounts alone, not in the database. */
export const LISTENER = { id: OWN_LISTENER_ID, sessionVersion: 0, role: 'observer' } as const;

/** Stands instead of a password's hash where nobody signs in: the board's own accounts. */
export const NOBODY_SIGNS_IN = 'none';
