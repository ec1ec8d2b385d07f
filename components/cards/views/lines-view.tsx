'use client';

import { ChartSpline, Table2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { keepArrows } from '../shell/keep-arrows';
import { FigureList } from './figure-list';
import { Headline } from './headline';
import { Legend } from './legend';
import { LineChart } from './line-chart';
import { linesWords } from './lines-words';
import { NothingThere } from './nothing-there';
import { PointsTable } from './points-table';

/** One under the other; the figures last, where one scrolls to them. */
const NARROW = '[grid-template:"head"_auto_"chart"_minmax(7.25rem,1fr)_"figures"_auto/minmax(0,1fr)]';
/** The figures beside the chart, where there is one. */
const ROOMY = '@min-[34rem]:[grid-template:"head_chart"_auto_"figures_chart"_minmax(0,1fr)/18.5rem_minmax(0,1fr)]';

interface LinesViewProps {
  readonly value: CardValueOf<'lines'>;
}

/** Numbers over time: drawn, in words for readers, and as a table for whoever wants to read them. */
export function LinesView({ value }: LinesViewProps) {
  const { headline, figures, points, empty } = value;
  const [isTable, setIsTable] = useState(false);
  const [point, setPoint] = useState<number | null>(null);
  return (
    <div className="@container h-full">
      <div className={cn('grid h-full gap-x-6 gap-y-2', NARROW, points.length > 0 && ROOMY)}>
        <div className="[grid-area:head]">
          <Headline headline={headline} layout="chart" />
        </div>
        <FigureList dense figures={figures} className={cn('self-start [grid-area:figures]', points.length > 0 && '@min-[34rem]:border-t @min-[34rem]:pt-2')} />
        {points.length === 0 ? (
          <div className="[grid-area:chart]">
            <NothingThere words={empty} headline={headline} />
          </div>
        ) : (
          <figure className="grid min-h-0 grid-cols-1 grid-rows-[minmax(0,1fr)_auto] [grid-area:chart]">
            {isTable ? (
              <div tabIndex={0} role="group" aria-label="Points" onKeyDown={keepArrows} className="min-h-0 overflow-y-auto rounded-sm focus-visible:-outline-offset-2">
                <PointsTable value={value} />
              </div>
            ) : (
              <LineChart value={value} onPoint={setPoint} />
            )}
            <div className="flex items-center gap-2 pt-0.5">
              <Legend value={value} point={isTable ? null : point} />
              <TableSwitch isTable={isTable} onSwitch={() => setIsTable(!isTable)} />
            </div>
            <figcaption className="sr-only">{linesWords(value)}</figcaption>
          </figure>
        )}
      </div>
    </div>
  );
}

function TableSwitch({ isTable, onSwitch }: { readonly isTable: boolean; readonly onSwitch: () => void }) {
  const Icon = isTable ? ChartSpline : Table2;
  return (
    <Button look="quiet" size="iconSm" aria-label="As a table" title={isTable ? 'As a chart' : 'As a table'} aria-pressed={isTable} onClick={onSwitch} className="-mr-1.5 size-6">
      <Icon aria-hidden size={14} />
    </Button>
  );
}
