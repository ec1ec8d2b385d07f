'use client';

import { Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { staleReason } from '@/components/ui/staleness';
import { useNow, useServerNow } from '@/components/ui/use-now';
import type { Card } from '@/lib/protocol/cards';
import { useConnection } from '@/stores/connection';
import { ageWords, outdatedWords, standingOf } from '../outdated-words';
import { useAtTick } from '../use-at-tick';
import { StandingProvider } from '../views/standing';
import { CardAge } from './card-age';
import { CardNote } from './card-note';

interface LiveLineProps {
  readonly card: Card;
}

/** The line under the title, which ticks while it tells how long a card has been outdated. */
export function LiveNote({ card: { info, state } }: LiveLineProps) {
  const transport = useConnection();
  const here = useNow();
  const connection = here === null ? null : staleReason(transport, here);
  const now = here === null ? null : here + transport.clockOffsetMs;
  return <CardNote about={info.about} outdated={outdatedWords(state, info, { now, connection })} age={ageWords(state, now)} />;
}

/** What a card shows, told at each tick how far it may be believed. */
export function LiveStanding({ card: { info, state }, children }: LiveLineProps & { readonly children: ReactNode }) {
  const transport = useConnection();
  const standing = useAtTick((now) => standingOf(state, info, { now, connection: staleReason(transport, now - transport.clockOffsetMs) }), state.stale && state.result ? 'contradicted' : 'current');
  return <StandingProvider value={standing}>{children}</StandingProvider>;
}

/** The line at the foot, which ticks. */
export function LiveFoot({ card: { info, state, mode } }: LiveLineProps) {
  const now = useServerNow();
  return (
    <>
      <CardAge result={state.result} now={now} />
      {mode === 'auto' || info.keptMs !== null ? (
        <span className="ml-auto flex shrink-0 items-center gap-1" title="Is computed anew by itself when it is outdated">
          <Zap aria-hidden size={12} />
          auto
        </span>
      ) : null}
    </>
  );
}
