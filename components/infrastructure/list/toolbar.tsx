'use client';

import { ArrowDownWideNarrow, MonitorCog, Presentation } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { QuietLink } from '@/components/ui/quiet-link';
import { Shape } from '@/components/ui/shape';
import { TONE_TEXT } from '@/components/ui/tone-text';
import type { Service, ServiceState } from '@/lib/protocol/infrastructure';
import { Freshness } from '../freshness';
import { STATE_LOOK } from '../state-look';
import { countStates, overallWords, upFirst } from '../summary';
import type { ServiceChoice } from './pick-services';

interface ToolbarProps {
  readonly services: readonly Service[];
  readonly ageMs: number | null;
  readonly isAsking: boolean;
  readonly choice: ServiceChoice;
  readonly mayManage: boolean;
  readonly onState: (state: ServiceState | null) => void;
  readonly onProblemsFirst: (on: boolean) => void;
  readonly onWall: () => void;
}

/** Over the list: the whole in one sentence, how many of each, how old it is, and what to show. */
export function Toolbar({ services, ageMs, isAsking, choice, mayManage, onState, onProblemsFirst, onWall }: ToolbarProps) {
  const { state, text } = overallWords(services);
  return (
    <div className="grid shrink-0 gap-1 border-b bg-surface-raised px-3 py-1.5">
      <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-base font-semibold">Infrastructure</h1>
        <p role="status" className="flex items-center gap-2 text-base">
          <Shape name={STATE_LOOK[state].shape} size={12} className={TONE_TEXT[STATE_LOOK[state].tone]} />
          {text}
        </p>
        <Freshness ageMs={ageMs} isAsking={isAsking} />
        <span className="ml-auto flex items-center gap-1">
          <Button size="sm" look="quiet" onClick={onWall}>
            <Presentation aria-hidden size={16} />
            Wallboard
          </Button>
          {mayManage ? (
            <QuietLink href="/monitors" icon={MonitorCog}>Monitors</QuietLink>
          ) : null}
        </span>
      </div>
      <div className="-ml-1.5 flex flex-wrap items-center gap-x-1 gap-y-1">
        {/* Before the counts, which come and go: it stays where it is. */}
        <button
          type="button"
          aria-pressed={choice.problemsFirst}
          onClick={() => onProblemsFirst(!choice.problemsFirst)}
          className={cn('flex h-6 items-center gap-1.5 rounded-sm px-1.5 text-xs pointer-coarse:h-9', choice.problemsFirst ? 'bg-accent/15 font-medium' : 'text-text-muted hover:bg-text/8')}
        >
          <ArrowDownWideNarrow aria-hidden size={14} />
          Problems first
        </button>
        <span role="group" aria-label="Show the services that are" className="flex flex-wrap gap-x-1">
          {upFirst(countStates(services)).map(({ state: one, count }) => (
            <StateButton key={one} state={one} count={count} pressed={choice.state === one} onPress={() => onState(choice.state === one ? null : one)} />
          ))}
          {choice.state !== null && !services.some((service) => service.state === choice.state) ? (
            <StateButton state={choice.state} count={0} pressed onPress={() => onState(null)} />
          ) : null}
        </span>
      </div>
    </div>
  );
}

interface StateButtonProps {
  readonly state: ServiceState;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function StateButton({ state, count, pressed, onPress }: StateButtonProps) {
  const { shape, tone, counted } = STATE_LOOK[state];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cn('figures flex h-6 items-center gap-1.5 rounded-sm px-1.5 text-xs pointer-coarse:h-9', pressed ? 'bg-accent/15 font-medium' : 'hover:bg-text/8')}
    >
      <Shape name={shape} size={9} className={TONE_TEXT[tone]} />
      <span className="font-semibold">{count}</span>
      {counted}
    </button>
  );
}
