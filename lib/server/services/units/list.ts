import 'server-only';
import { z } from 'zod';
import { unitListSchema, type CodesAnswer, type UnitList } from '@/lib/protocol/board-answers';
import { authorise, type Context } from '@/lib/server/context';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { db, type Tx } from '@/lib/server/db/client';
import { readSetting } from '@/lib/server/db/settings';
import { currentCursor } from '../events/current-cursor';
import { readPolicy } from './policy';
import { codeToWire, unitInclude, unitToWire } from './to-wire';

/** Every unit by call sign, with the codes and the policy that judge them. Throws AppError forbidden. */
export async function listUnits(ctx: Context): Promise<UnitList> {
  authorise(ctx, 'units.read');
  const cursor = await currentCursor();
  const units = await sharedRead({ name: 'units', cursor, schema: unitListSchema.omit({ cursor: true }), read: readUnits });
  return { ...units, cursor };
}

/** The same without the position, for the snapshot. */
export async function readUnits(): Promise<Omit<UnitList, 'cursor'>> {
  const [rows, codes] = await Promise.all([db().unit.findMany({ where: { retiredAt: null }, orderBy: { callSign: 'asc' }, include: unitInclude }), readCodes(db())]);
  return { items: rows.map(unitToWire), ...codes };
}

/** The codes in their order and the policy. Throws AppError forbidden. */
export async function listCodes(ctx: Context): Promise<CodesAnswer> {
  authorise(ctx, 'units.read');
  return readCodes(db());
}

/** Where the version of the list is kept among the settings; it grows with every change of a code or of the policy. */
export const CODES_VERSION_KEY = 'units.codes.version';

/** The status codes in their order with those off the list that units still stand under, and the policy. */
export async function readCodes(tx: Pick<Tx, 'statusCode' | 'setting' | 'unit'>): Promise<CodesAnswer> {
  const [rows, policy, version] = await Promise.all([tx.statusCode.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] }), readPolicy(tx), readSetting(tx, CODES_VERSION_KEY, z.int())]);
  const off = rows.filter(({ removedAt }) => removedAt !== null).map(({ code }) => code);
  const used = off.length === 0 ? [] : await tx.unit.findMany({ where: { code: { in: off } }, distinct: ['code'], select: { code: true } });
  const shown = rows.filter(({ code, removedAt }) => removedAt === null || used.some((unit) => unit.code === code));
  return { codes: shown.map(codeToWire), policy, codesVersion: version ?? 0 };
}
