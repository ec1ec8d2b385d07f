import 'server-only';
import type { CardInfo } from '@/lib/protocol/cards';
import { serverSettings } from '@/lib/server/env';
import type { AnyCard } from '@/lib/server/cards/define';
import { watchWords } from '@/lib/server/cards/watch-words';

/** What a card is, as screens are told. */
export function cardInfo({ key, tab, title, about, view, wide, ttlMs, keptMs, watches }: AnyCard): CardInfo {
  return { key, tab, title, about, view, wide: wide ?? false, ttlMs, keptMs: (serverSettings().keepsCards ? keptMs : null) ?? null, watches: watchWords(watches) };
}
