'use client';

import { Age } from '@/components/ui/age';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Pill, type PillTone } from '@/components/ui/pill';
import { Shape, type ShapeName } from '@/components/ui/shape';
import { Timestamp } from '@/components/ui/timestamp';
import { audienceWords } from './audience-words';
import { unhideFlash } from './hidden-flash';
import { LEVEL_LOOK } from './levels';
import type { LiveEntry, LiveState } from './live-entries';

interface LivePanelRowProps {
  readonly entry: LiveEntry;
}

/** A live message with all of its text and what this person has done about it. */
export function LivePanelRow({ entry: { flash, state, hidden } }: LivePanelRowProps) {
  const level = LEVEL_LOOK[flash.level];
  const over = state === 'withdrawn' || state === 'outdated';
  const mine = flash.receipt === null ? OWN : STATES[state];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-b px-3 py-2 last:border-b-0 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <span className={cn('flex w-20 items-center gap-1.5 text-sm font-semibold', over ? 'text-text-muted' : level.text)}>
        <Shape name={level.shape} />
        {level.word}
      </span>
      <span className={cn('font-semibold break-words max-sm:order-1 max-sm:col-span-2', over && 'text-text-muted', state === 'withdrawn' && 'line-through')}>{flash.title}</span>
      <Pill shape={mine.shape} tone={mine.tone} className="self-center">
        {mine.word}
        {state === 'acknowledged' && flash.receipt?.ackedAt ? <Timestamp at={flash.receipt.ackedAt} /> : null}
      </Pill>
      {flash.body ? <p className="max-w-prose text-sm max-sm:order-2 max-sm:col-span-2 sm:col-start-2 sm:col-end-4 break-words whitespace-pre-line">{flash.body}</p> : null}
      <p className="flex flex-wrap max-sm:order-3 max-sm:col-span-2 sm:col-start-2 sm:col-end-4 items-center gap-x-4 text-xs text-text-muted">
        <span>
          {flash.createdBy.name} to {audienceWords(flash.audience)}
        </span>
        <span>{flash.expiresAt ? <>ends <Timestamp at={flash.expiresAt} /></> : 'stays until recalled'}</span>
        <Age since={flash.sentAt ?? flash.startsAt} />
        {hidden ? (
          <Button size="sm" look="quiet" className="h-6" onClick={() => unhideFlash(flash.id)}>
            Show in the bar again
          </Button>
        ) : null}
      </p>
    </li>
  );
}

interface StateLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
}

const OWN: StateLook = { word: 'Yours', shape: 'diamond', tone: 'calm' };

const STATES: Readonly<Record<LiveState, StateLook>> = {
  alerting: { word: 'To acknowledge', shape: 'triangle', tone: 'warning' },
  acknowledged: { word: 'Acknowledged', shape: 'disc', tone: 'calm' },
  steady: { word: 'Nothing to do', shape: 'ring', tone: 'calm' },
  outdated: { word: 'Ran out', shape: 'half', tone: 'stale' },
  withdrawn: { word: 'Recalled', shape: 'cross', tone: 'calm' },
};
