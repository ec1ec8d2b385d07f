import { FIRST_RUN_TRIES, publicRoute } from '@/lib/server/http/public-route';
import { json } from '@/lib/server/http/route';
import { makeFirstAdmin } from '@/lib/server/services/users/first-admin';

/** `POST /api/first-run {token, name, email, password}`: the first admin of a board that nobody can sign in at; 404 once somebody can. */
export const POST = publicRoute(async ({ body, ip, userAgent }) => json(await makeFirstAdmin({ ip, userAgent }, body), 201), FIRST_RUN_TRIES);
