import type { QueryClient } from '@tanstack/react-query';
import type { EventHandlers } from '@/lib/client/event-router';
import { reportReceipt } from '@/lib/client/receipt-queue';
import type { Me } from '@/lib/protocol/answers';
import type { Flash, FlashForMe } from '@/lib/protocol/flash';
import { endFlash, flashById, putFlash, receiptOnFlash, removeFlash } from '@/stores/flash';
import { applyReceipt, upsertHistory } from './flash-cache';

type FlashEventType = Extract<keyof EventHandlers, `flash.${string}`>;

/** What flash events do to this screen. Each may come twice or late: versions and receipts only move forward. */
export function flashHandlers(me: Me, queryClient: QueryClient): Pick<EventHandlers, FlashEventType> {
  return {
    'flash.sent': ({ data: { flash, counts } }) => {
      upsertHistory(queryClient, flash, counts);
      if (!isForMe(flash, me) || isOutdated(flash)) return;
      const receipt = isRecipient(flash, me) ? { deliveredAt: null, displayedAt: null, ackedAt: null } : null;
      putFlash({ ...flash, receipt });
      if (receipt) reportReceipt(flash.id, 'delivered');
    },
    'flash.updated': ({ data: { flash } }) => {
      upsertHistory(queryClient, flash);
      const shown = flashById(flash.id);
      if (!shown || shown.version >= flash.version) return;
      if (flash.status === 'expired' && mustStillAck(shown)) putFlash({ ...flash, receipt: shown.receipt });
      else if (flash.status !== 'live') removeFlash(flash.id);
      else putFlash({ ...flash, receipt: shown.receipt });
    },
    'flash.recalled': ({ data: { flash } }) => {
      upsertHistory(queryClient, flash);
      if (!flashById(flash.id)?.endedHereAt) endFlash(flash.id, flash, Date.now());
    },
    'flash.receipt': ({ data: { receipt, counts } }) => {
      applyReceipt(queryClient, receipt, counts);
      const { deliveredAt, displayedAt, ackedAt } = receipt;
      if (receipt.userId === me.id) receiptOnFlash(receipt.flashId, { deliveredAt, displayedAt, ackedAt });
    },
  };
}

/** Reports as delivered what a snapshot brought and the server does not know to be here yet. */
export function reportArrived(list: readonly FlashForMe[]): void {
  for (const flash of list) {
    if (flash.status === 'live' && flash.receipt && !flash.receipt.deliveredAt) reportReceipt(flash.id, 'delivered');
  }
}

function isRecipient(flash: Flash, me: Me): boolean {
  return flash.audience.includes(me.role) && flash.createdBy.id !== me.id;
}

function isForMe(flash: Flash, me: Me): boolean {
  return flash.audience.includes(me.role) || flash.createdBy.id === me.id;
}

// A replayed "sent" must not put back what this screen knows to have ended.
function isOutdated(flash: Flash): boolean {
  const shown = flashById(flash.id);
  return shown !== undefined && shown.version > flash.version;
}

function mustStillAck(flash: FlashForMe): boolean {
  return flash.requiresAck && flash.receipt !== null && flash.receipt.ackedAt === null;
}
