import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '@/local/migrate/migrate';
import { query } from '@/testing/database';
import { useParts } from '@/testing/use-parts';

const MIGRATIONS = 'prisma/migrations';
const STARTER = '20261128070000_starter_data';
const before = mkdtempSync(join(tmpdir(), 'watchroom-migrations-'));
const parts = useParts();

afterAll(() => rmSync(before, { recursive: true, force: true }));

const codesOf = async (url: string) => (await query<{ code: string }>(url, 'SELECT code FROM status_codes ORDER BY position')).map(({ code }) => code);
const templatesOf = async (url: string) => (await query<{ name: string }>(url, 'SELECT name FROM flash_templates ORDER BY name')).map(({ name }) => name);
const up = (databaseUrl: string, dir = MIGRATIONS) => migrate({ databaseUrl, dir, log: () => undefined });

/** A database of its own as it was before the starter data came. */
async function olderDatabase(name: string): Promise<string> {
  cpSync(MIGRATIONS, before, { recursive: true, filter: (source) => !source.includes(STARTER) });
  await query(parts().databaseUrl, `CREATE DATABASE ${name}`);
  const url = new URL(parts().databaseUrl);
  url.pathname = `/${name}`;
  await up(url.href, before);
  return url.href;
}

describe('what every board begins with (A7)', () => {
  it('is there after the migrations alone, and can be read', async () => {
    const { readCodes } = await import('@/lib/server/services/units/list');
    const { db } = await import('@/lib/server/db/client');
    const { createTemplateSchema } = await import('@/lib/protocol/flash');
    const { codes } = await readCodes(db());
    expect(codes.map(({ code, state }) => `${code} ${state}`)).toEqual([
      '1 en_route', '2 on_scene', '3 limited', '4 on_scene_available', '5 available_mobile', '6 available_station', '7 out_of_service', '8 standby', '9 standby_station',
      '0 available_delayed', 'A alerted',
    ]);
    expect(codes.filter(({ requiresNote }) => requiresNote).map(({ code }) => code)).toEqual(['7']);
    expect(codes.filter(({ requiresMinutes }) => requiresMinutes).map(({ code }) => code)).toEqual(['0']);
    const templates = await db().flashTemplate.findMany({ omit: { id: true, createdAt: true } });
    expect(templates).toHaveLength(4);
    for (const template of templates) expect(createTemplateSchema.parse(template)).toMatchObject(template);
  });

  it('does not come back when somebody has removed it', async () => {
    await query(parts().databaseUrl, `DELETE FROM status_codes WHERE code = '9'; DELETE FROM flash_templates`);
    await up(parts().databaseUrl);
    expect(await codesOf(parts().databaseUrl)).not.toContain('9');
    expect(await templatesOf(parts().databaseUrl)).toEqual([]);
  });

  it('comes to an older board that had none, and leaves one alone that has codes of its own or removed its texts', async () => {
    const bare = await olderDatabase('bare');
    expect(await codesOf(bare)).toEqual([]);
    await up(bare);
    expect(await codesOf(bare)).toHaveLength(11);
    expect(await templatesOf(bare)).toHaveLength(4);
    const own = await olderDatabase('own');
    await query(own, `INSERT INTO status_codes (code, text, state, position) VALUES ('K1', 'Klar', 'available_station', 0);
      INSERT INTO audit_entries (actor_name, category, action, outcome, summary) VALUES ('Ida', 'flash', 'flash.template.delete', 'success', 'Deleted a template')`);
    await up(own);
    expect(await codesOf(own)).toEqual(['K1']);
    expect(await templatesOf(own)).toEqual([]);
  });
});
