import { keepItems, type KeyValue } from '@/components/room/outbox/kept-items';

/** What a tab keeps of what somebody typed and did not send: drafts, and edits of what is there. */
const KEPT = /^watchroom\.(draft|edit)\./;

interface Place {
  readonly document: { querySelector(selector: string): unknown };
  /** Of this tab. What another tab has in hand is its own affair, and outlives this one's loading. */
  readonly tab: Pick<Storage, 'key' | 'length'> | null;
  /** Of the browser: where unsent entries wait. */
  readonly browser: KeyValue | null;
  readonly userId: string;
}

/** Whether somebody has begun something on this page, or in this tab, that is not sent or saved. */
export function isUnfinished({ document, tab, browser, userId }: Place): boolean {
  return hasOpenForm(document) || hasKept(tab) || keepItems(browser, userId).all().some(({ state }) => state !== 'taken');
}

// A form is there because somebody opened it, unless it says itself whether it holds anything: those always stand there.
function hasOpenForm(document: Place['document']): boolean {
  return document.querySelector('form:not([data-unfinished]), [data-unfinished=true], [role=dialog], [role=alertdialog], [role=menu]') !== null;
}

function hasKept(tab: Pick<Storage, 'key' | 'length'> | null): boolean {
  try {
    return Array.from({ length: tab?.length ?? 0 }, (_, index) => tab?.key(index) ?? '').some((key) => KEPT.test(key));
  } catch {
    return false;
  }
}
