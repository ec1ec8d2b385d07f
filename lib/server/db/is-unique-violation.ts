import 'server-only';
import { Prisma } from './client';

/** Whether a write was refused because a row with the same unique fields is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
