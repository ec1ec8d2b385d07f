import 'server-only';
import { alertSeveritiesSchema, DEFAULT_SEVERITIES, type AlertSeverities } from '@/lib/protocol/alert-severities';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db, type Tx } from '@/lib/server/db/client';
import { readSetting, writeSetting } from '@/lib/server/db/settings';
import { invalid } from '@/lib/server/errors';

const KEY = 'alerts.severities';

/** What severities mean now. A table that cannot be read counts as never edited: a broken setting must not lose alerts. */
export async function readSeverities(tx: Pick<Tx, 'setting'>): Promise<AlertSeverities> {
  return (await readSetting(tx, KEY, alertSeveritiesSchema)) ?? DEFAULT_SEVERITIES;
}

/** The same for those who manage monitors. Throws AppError forbidden. */
export async function listSeverities(ctx: Context): Promise<{ severities: AlertSeverities }> {
  authorise(ctx, 'monitors.manage');
  return { severities: await readSeverities(db()) };
}

/** Edits what severities mean for alerts from now on. Throws AppError forbidden, invalid. */
export async function putSeverities(ctx: Context, input: unknown): Promise<{ severities: AlertSeverities }> {
  authorise(ctx, 'monitors.manage');
  const parsed = alertSeveritiesSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const severities = parsed.data;
  await db().$transaction(async (tx) => {
    const before = await readSeverities(tx);
    await writeSetting(tx, KEY, severities);
    await recordAudit(tx, ctx, { category: 'monitors', action: 'alert_severities.change', targetType: 'setting', targetId: KEY, summary: 'Changed what the severities of alerts mean', before, after: severities });
  });
  return { severities };
}
