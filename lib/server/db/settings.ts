import 'server-only';
import type { z } from 'zod';
import type { Prisma, Tx } from './client';

/** A setting that is changed while Watchroom runs; undefined when it was never set or cannot be read. */
export async function readSetting<T>(tx: Pick<Tx, 'setting'>, key: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const row = await tx.setting.findUnique({ where: { key } });
  return schema.safeParse(row?.value).data;
}

/** Sets it within a transaction. */
export async function writeSetting(tx: Tx, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
