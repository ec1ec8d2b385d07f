import { json, writeRoute } from '@/lib/server/http/route';
import { switchSimulator } from '@/lib/server/services/simulator/switch';

/** `PUT /api/admin/simulator {on}`: makes calls come in and units roll, in a demonstration only. */
export const PUT = writeRoute({ permission: 'simulator.switch', rate: 'write' }, async ({ ctx, body }) => json(await switchSimulator(ctx, body)));
