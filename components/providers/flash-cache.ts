import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { FlashList, ReceiptList } from '@/lib/protocol/answers';
import type { Flash, FlashWithCounts, Receipt, ReceiptCounts } from '@/lib/protocol/flash';
import { flashKeys } from '@/lib/queries/flash';

/** Updates of the cached lists from events. A list that was never loaded stays unloaded; doing one twice changes nothing. */

type History = InfiniteData<FlashList, string>;

const NOBODY: ReceiptCounts = { recipients: 0, delivered: 0, displayed: 0, acked: 0, mustAck: 0 };

/** Puts a flash into the history, or its newer version over the old one. */
export function upsertHistory(queryClient: QueryClient, flash: Flash, counts?: ReceiptCounts): void {
  queryClient.setQueryData<History>(flashKeys.history, (history) => {
    if (!history) return history;
    const known = history.pages.some((page) => page.items.some((item) => item.id === flash.id));
    if (known) return mapItems(history, flash.id, (item) => newerItem(item, flash, counts));
    const [first, ...rest] = history.pages;
    if (!first) return history;
    return { ...history, pages: [{ ...first, items: [{ ...flash, counts: counts ?? NOBODY }, ...first.items] }, ...rest] };
  });
}

/** Puts a receipt on its board, and its counts into both lists. */
export function applyReceipt(queryClient: QueryClient, receipt: Receipt, counts: ReceiptCounts): void {
  queryClient.setQueryData<History>(flashKeys.history, (history) =>
    history && mapItems(history, receipt.flashId, (item) => ({ ...item, counts: furtherCounts(item.counts, counts) })),
  );
  queryClient.setQueryData<ReceiptList>(flashKeys.receipts(receipt.flashId), (list) => {
    if (!list) return list;
    const known = list.items.some((item) => item.userId === receipt.userId);
    const items = known
      ? list.items.map((item) => (item.userId === receipt.userId ? furtherReceipt(item, receipt) : item))
      : [...list.items, receipt];
    return { ...list, items, counts: furtherCounts(list.counts, counts) };
  });
}

function mapItems(history: History, flashId: string, change: (item: FlashWithCounts) => FlashWithCounts): History {
  return {
    ...history,
    pages: history.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === flashId ? change(item) : item)),
    })),
  };
}

function newerItem(item: FlashWithCounts, flash: Flash, counts?: ReceiptCounts): FlashWithCounts {
  const base = flash.version >= item.version ? flash : item;
  return { ...base, counts: counts ? furtherCounts(item.counts, counts) : item.counts };
}

// Receipts are only ever added, so of two counts the one that is further along is the newer one.
function furtherCounts(a: ReceiptCounts, b: ReceiptCounts): ReceiptCounts {
  const progress = (counts: ReceiptCounts) => counts.recipients + counts.delivered + counts.displayed + counts.acked;
  return progress(b) >= progress(a) ? b : a;
}

function furtherReceipt(a: Receipt, b: Receipt): Receipt {
  const steps = (receipt: Receipt) => [receipt.deliveredAt, receipt.displayedAt, receipt.ackedAt].filter(Boolean).length;
  return steps(b) >= steps(a) ? b : a;
}
