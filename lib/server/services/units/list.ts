import 'server-only';
import { unitListSchema, type UnitList } from '@/lib/protocol/board-answers';
import type { StatusCode, UnitPolicy } from '@/lib/protocol/unit';
import { authorise, type Context } from '@/lib/server/context';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { db, type Tx } from '@/lib/server/db/client';
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

/** The status codes in their order, and the policy. */
export async function readCodes(tx: Pick<Tx, 'statusCode' | 'setting'>): Promise<{ codes: StatusCode[]; policy: UnitPolicy }> {
  const [codes, policy] = await Promise.all([tx.statusCode.findMany({ orderBy: { position: 'asc' } }), readPolicy(tx)]);
  return { codes: codes.map(codeToWire), policy };
}
