import 'server-only';
import { coldCard } from '@/lib/protocol/card-state';
import { cardStateSchema, type CardList } from '@/lib/protocol/cards';
import type { Me } from '@/lib/protocol/answers';
import { sharedRead } from '@/lib/server/cache/shared-read';
import { cardEngine } from '@/lib/server/cards/own-engine';
import { CARDS } from '@/lib/server/cards/registry';
import { currentCursor } from '../events/current-cursor';
import { readModes } from './preferences';
import { cardInfo } from './to-wire';
import { visibleCards } from './visible';

/** Every card that somebody may see, as it stands, in order. Asks for no computation. */
export async function readCardList(me: Me): Promise<CardList> {
  const cursor = await currentCursor();
  const read = () => cardEngine().states(CARDS);
  const [states, modeOf] = await Promise.all([sharedRead({ name: 'cards', cursor, schema: cardStateSchema.array(), read }), readModes(me.id)]);
  const byKey = new Map(states.map((state) => [state.key, state]));
  const items = visibleCards(me.role).map((card) => ({
    info: cardInfo(card),
    state: byKey.get(card.key) ?? coldCard(card.key),
    mode: modeOf(card.key),
  }));
  return { items, cursor };
}
