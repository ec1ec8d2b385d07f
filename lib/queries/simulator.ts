import { z } from 'zod';
import { request } from './http';

/** Switches the simulator of a demonstration. Throws RequestError. */
export function switchSimulator(on: boolean) {
  return request('/api/admin/simulator', z.object({ simulating: z.boolean() }), { method: 'PUT', body: { on } });
}
