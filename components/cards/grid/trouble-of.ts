import type { Card } from '@/lib/protocol/cards';
import type { CardAsk } from '@/stores/card-asks';
import type { CardActs } from '../card-acts';

/** What went wrong with a card, and what can be done. */
export interface Trouble {
  readonly message: string;
  readonly action: { readonly label: string; readonly run: () => void };
}

/** What to say of what failed: this page's own request before the last computation. Null while all is well. */
export function troubleOf({ info: { key }, state }: Card, ask: CardAsk | undefined, mayRefresh: boolean, acts: CardActs): Trouble | null {
  const again = (label: string, run: () => void) => ({ label, run });
  if (ask?.phase === 'failed') {
    const { what, message } = ask;
    if (what === 'mode') return { message, action: again('Close', () => acts.dismiss(key)) };
    return { message, action: again('Try again', () => (what === 'load' ? acts.retry(key) : void acts.refresh(key))) };
  }
  if (!state.error) return null;
  return { message: state.error.message, action: again('Try again', () => (mayRefresh ? void acts.refresh(key) : acts.retry(key))) };
}
