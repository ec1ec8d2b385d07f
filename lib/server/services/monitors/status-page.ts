import 'server-only';
import { z } from 'zod';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { readSetting, writeSetting } from '@/lib/server/db/settings';
import { invalid } from '@/lib/server/errors';

const KEY = 'status_page';
const settingSchema = z.strictObject({ on: z.boolean() });

/** Whether strangers may read the status summary. Off unless somebody switched it on. */
export async function isStatusPageOn(): Promise<boolean> {
  return (await readSetting(db(), KEY, settingSchema))?.on ?? false;
}

/** Switches the public status summary. Throws AppError forbidden, invalid. */
export async function putStatusPage(ctx: Context, input: unknown): Promise<{ statusPage: boolean }> {
  authorise(ctx, 'monitors.manage');
  const parsed = settingSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { on } = parsed.data;
  await db().$transaction(async (tx) => {
    await writeSetting(tx, KEY, { on });
    await recordAudit(tx, ctx, { category: 'monitors', action: 'status_page.switch', summary: `Switched the public status summary ${on ? 'on' : 'off'}`, after: { on } });
  });
  return { statusPage: on };
}
