import type { Receipt } from '@/lib/protocol/flash';
import { can } from '@/lib/protocol/permissions';

/** Whether this recipient's acknowledgement is being waited for. */
export function owesAck(receipt: Receipt, asks: boolean): boolean {
  return asks && can(receipt.role, 'flash.ack') && receipt.ackedAt === null;
}

/** How far a recipient has come: 0 has not got it, 1 has got it, 2 has seen it, 3 is done. */
export function stepsDone(receipt: Receipt, asks: boolean): number {
  if (!receipt.deliveredAt && !receipt.displayedAt && !receipt.ackedAt) return 0;
  if (!receipt.displayedAt && !receipt.ackedAt) return 1;
  return owesAck(receipt, asks) ? 2 : 3;
}

/** The recipients, those furthest from done first, then by name. */
export function outstandingFirst(receipts: readonly Receipt[], asks: boolean): Receipt[] {
  return [...receipts].sort(
    (a, b) => stepsDone(a, asks) - stepsDone(b, asks) || a.userName.localeCompare(b.userName) || a.userId.localeCompare(b.userId),
  );
}
