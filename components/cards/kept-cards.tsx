'use client';

import { useNow } from '@/components/ui/use-now';
import type { Card } from '@/lib/protocol/cards';
import { ageWords, ago, outdatedWords, standingOf } from './outdated-words';
import type { SessionCards } from './session-cache';
import { CardAge } from './shell/card-age';
import { CardContent } from './shell/card-content';
import { CardFrame } from './shell/card-frame';
import { CardNote } from './shell/card-note';
import { CardRows } from './shell/card-rows';
import { needsRoom } from './shell/needs-room';
import { TAB_WORDS, tabsOf } from './tabs';
import { CardBody } from './views/card-body';
import { StandingProvider } from './views/standing';

interface KeptCardsProps {
  readonly record: SessionCards;
}

/** The last cards of this tab, to be read while no server answers. Needs nothing around it but the clock. */
export function KeptCards({ record: { cards, savedAt, clockOffsetMs } }: KeptCardsProps) {
  const here = useNow();
  const now = here === null ? null : here + clockOffsetMs;
  return tabsOf(cards.filter(({ mode, state }) => mode !== 'hidden' && state.result !== null)).map(({ tab, cards: own }) => (
    <section key={tab} aria-label={TAB_WORDS[tab]} className="grid gap-1 p-2">
      <h2 className="px-1 text-sm font-medium text-text-muted">{TAB_WORDS[tab]}</h2>
      <CardRows places={own.map((card) => ({ key: card.info.key, wide: needsRoom(card), content: <KeptCard card={card} savedAt={savedAt} now={now} /> }))} />
    </section>
  ));
}

interface KeptCardProps {
  readonly card: Card;
  readonly savedAt: string;
  /** The server's clock in milliseconds; null before the page is alive. */
  readonly now: number | null;
}

function KeptCard({ card: { info, state }, savedAt, now }: KeptCardProps) {
  const connection = now === null ? 'from before' : `last heard of ${ago(savedAt, now)}`;
  const at = { now, connection };
  return (
    <CardFrame info={info} note={<CardNote about={info.about} outdated={outdatedWords(state, info, at)} age={ageWords(state, now)} />} foot={<CardAge result={state.result} now={now} />}>
      <CardContent title={info.title}>
        <StandingProvider value={standingOf(state, info, at)}>{state.result ? <CardBody value={state.result.value} /> : null}</StandingProvider>
      </CardContent>
    </CardFrame>
  );
}
