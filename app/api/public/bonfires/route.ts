import { publicRoute } from '@/lib/server/http/public-route';
import { json } from '@/lib/server/http/route';
import { registerPublicBonfire } from '@/lib/server/services/bonfires/register-public';

/** `POST /api/public/bonfires`: a notice from the public form, without signing in. */
export const POST = publicRoute(async ({ body, ip, userAgent }) => json(await registerPublicBonfire({ ip, userAgent }, body), 201));
