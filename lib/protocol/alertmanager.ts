import { z } from 'zod';

const labels = z.record(z.string().max(200), z.string().max(10_000));

/** One alert as Prometheus Alertmanager tells it. `fingerprint` names it; the same one may begin again later. */
const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels,
  annotations: labels.default({}),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  fingerprint: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
});
export type Alert = z.infer<typeof alertSchema>;

/** The body that Alertmanager's webhook receiver gets, version 4. */
export const alertmanagerSchema = z.object({ version: z.literal('4', 'Only version 4 of the webhook is understood.'), alerts: z.array(alertSchema).max(1_000, 'At most 1000 alerts at once.') });
