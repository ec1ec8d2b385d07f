'use client';

import { RefreshCw } from 'lucide-react';
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { SteadyButton } from '@/components/ui/steady-button';
import { Tooltip } from '@/components/ui/tooltip';
import { ownValue } from '@/lib/core/own-value';
import { isComputing } from '@/lib/protocol/card-state';
import type { Card, CardMode } from '@/lib/protocol/cards';
import { useCardAsks } from '@/stores/card-asks';
import type { CardActs } from '../card-acts';
import { BusyChip } from '../shell/busy-chip';
import { CardContent } from '../shell/card-content';
import { CardFrame } from '../shell/card-frame';
import { CardMenu } from '../shell/card-menu';
import { CardSkeleton } from '../shell/card-skeleton';
import { CardTrouble } from '../shell/card-trouble';
import { LiveFoot, LiveNote, LiveStanding } from '../shell/live-lines';
import { useAtTick } from '../use-at-tick';
import { useAutoRefresh } from '../use-auto-refresh';
import { useInSight } from '../use-in-sight';
import { CardBody } from '../views/card-body';
import { troubleOf } from './trouble-of';
import { useLoading } from './use-loading';

interface LiveCardProps {
  readonly card: Card;
  readonly acts: CardActs;
  readonly mayRefresh: boolean;
  readonly onMode: (key: string, mode: CardMode) => void;
}

/** A card that follows the stream: shows what is known, says how old it is, and gets itself what it lacks. */
export const LiveCard = memo(function LiveCard({ card, acts, mayRefresh, onMode }: LiveCardProps) {
  const { info, state } = card;
  const frame = useRef<HTMLElement>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const inSight = useInSight(frame);
  const ask = useCardAsks(({ byKey }) => ownValue(byKey, info.key));
  const computing = useAtTick((now) => isComputing(state, now), state.computing !== null);
  const isBusy = computing || ask?.phase === 'asking' || ask?.phase === 'waiting';
  useLoading(card, inSight === true, ask, acts);
  useAutoRefresh(card, mayRefresh && inSight === true && ask === undefined, acts.refresh);
  const trouble = troubleOf(card, ask, mayRefresh, acts);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    setMenuOpen(true);
  };

  return (
    <CardFrame
      ref={frame}
      info={info}
      tabIndex={-1}
      aria-busy={isBusy}
      onKeyDown={onKeyDown}
      note={<LiveNote card={card} />}
      foot={<LiveFoot card={card} />}
      trouble={trouble && !isBusy ? <CardTrouble {...trouble} /> : null}
      actions={
        <>
          {mayRefresh ? (
            <Tooltip label="Refresh" keys="r">
              <SteadyButton size="iconSm" look="quiet" ready={!isBusy} aria-label={`${info.title}: refresh`} aria-keyshortcuts="r" onPress={() => void acts.refresh(info.key)}>
                <RefreshCw aria-hidden size={15} />
              </SteadyButton>
            </Tooltip>
          ) : null}
          <CardMenu card={card} open={menuOpen} onOpenChange={setMenuOpen} mayRefresh={mayRefresh} onMode={(mode) => onMode(info.key, mode)} />
        </>
      }
    >
      <div className="relative flex min-h-0 flex-1 flex-col">
        {inSight === false ? null : (
          <CardContent title={info.title}>
            {state.result ? (
              <LiveStanding card={card}>
                <CardBody value={state.result.value} />
              </LiveStanding>
            ) : trouble && !isBusy ? null : (
              <CardSkeleton view={info.view} label={`${info.title} is being computed`} />
            )}
          </CardContent>
        )}
        {isBusy ? <BusyChip state={state} /> : null}
      </div>
    </CardFrame>
  );
});
