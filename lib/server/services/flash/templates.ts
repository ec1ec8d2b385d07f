import 'server-only';
import { createTemplateSchema, flashTemplateSchema, type FlashTemplate } from '@/lib/protocol/flash';
import { recordAudit } from '@/lib/server/audit/record';
import { authorise, type Context } from '@/lib/server/context';
import { db } from '@/lib/server/db/client';
import { invalid, notFound } from '@/lib/server/errors';

/** The kept texts, by name. Throws AppError forbidden. */
export async function listTemplates(ctx: Context): Promise<FlashTemplate[]> {
  authorise(ctx, 'flash.send');
  const rows = await db().flashTemplate.findMany({ orderBy: { name: 'asc' } });
  return flashTemplateSchema.array().parse(rows);
}

/** Keeps a text under a name; the same name again replaces it. Throws AppError forbidden, invalid. */
export async function saveTemplate(ctx: Context, input: unknown): Promise<FlashTemplate> {
  authorise(ctx, 'flash.send');
  const parsed = createTemplateSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  const { name, ...text } = parsed.data;
  const row = await db().$transaction(async (tx) => {
    const saved = await tx.flashTemplate.upsert({ where: { name }, create: { id: crypto.randomUUID(), name, ...text }, update: text });
    await recordAudit(tx, ctx, {
      category: 'flash',
      action: 'flash.template.save',
      targetType: 'flash_template',
      targetId: saved.id,
      summary: `Saved the template ${name}`,
      after: { level: text.level, title: text.title },
    });
    return saved;
  });
  return flashTemplateSchema.parse(row);
}

/** Drops a kept text. Throws AppError forbidden, not_found. */
export async function deleteTemplate(ctx: Context, templateId: string): Promise<void> {
  authorise(ctx, 'flash.send');
  await db().$transaction(async (tx) => {
    const row = await tx.flashTemplate.findUnique({ where: { id: templateId } });
    if (!row) throw notFound('This template');
    await tx.flashTemplate.delete({ where: { id: templateId } });
    await recordAudit(tx, ctx, {
      category: 'flash',
      action: 'flash.template.delete',
      targetType: 'flash_template',
      targetId: templateId,
      summary: `Deleted the template ${row.name}`,
      before: { level: row.level, title: row.title },
    });
  });
}
