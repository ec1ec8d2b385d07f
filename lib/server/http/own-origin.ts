import 'server-only';
import { isOwnOrigin } from '@/lib/protocol/origin';
import { AppError } from '../errors';

/** Refuses what another site's page sends. Throws AppError foreign_origin (403). */
export function demandOwnOrigin(headers: Headers): void {
  if (!isOwnOrigin(headers)) throw new AppError('foreign_origin', 'This request comes from another site. Nothing was done.');
}
