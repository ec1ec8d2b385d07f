'use client';

import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useServerNow } from '@/components/ui/use-now';
import { norwayDayBounds } from '@/lib/core/norway-time';
import { bonfireDayQuery } from '@/lib/queries/bonfires';
import { DayBar } from './day-bar';
import { hourMarks, momentOnDay, type DayBounds } from './day-layout';
import { DayPicker } from './day-picker';

interface DayViewProps {
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
  readonly selectedId: string | null;
  readonly onSelect: (bonfireId: string) => void;
}

/** All fires that touch one calendar day, along its hours. */
export function DayView({ day, today, onDay, ...rows }: DayViewProps) {
  const bounds = norwayDayBounds(day);
  return (
    <>
      <DayPicker day={day} today={today} onDay={onDay} />
      {bounds ? <Fires date={day} bounds={bounds} {...rows} /> : null}
    </>
  );
}

interface FiresProps extends Pick<DayViewProps, 'selectedId' | 'onSelect'> {
  readonly date: string;
  readonly bounds: DayBounds;
}

function Fires({ date, bounds, selectedId, onSelect }: FiresProps) {
  const { data, error, isFetching, refetch } = useQuery(bonfireDayQuery(date));
  if (!data && error) return <ErrorState title="The day could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={8} rowClassName="h-12" label="Loading the day" />;
  const fires = [...data.items].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return (
    <>
      {data.nextCursor ? (
        <div className="p-2">
          <Notice tone="warning" announce={false}>
            More fires touch this day than fit here: these are the {fires.length} that start last.
          </Notice>
        </div>
      ) : null}
      {fires.length === 0 ? <EmptyState>No fire touches this day.</EmptyState> : null}
      <div className={fires.length === 0 ? 'hidden' : 'relative'}>
        <Hours date={date} bounds={bounds} />
        <NowLine bounds={bounds} />
        <ol aria-label={`Fires on ${date}, by their start`} className="relative">
          {fires.map((bonfire) => (
            <DayBar key={bonfire.id} bonfire={bonfire} date={date} bounds={bounds} selected={bonfire.id === selectedId} onSelect={onSelect} />
          ))}
        </ol>
      </div>
    </>
  );
}

/** The scale on top, with a hairline down through the rows. */
function Hours({ date, bounds }: Pick<FiresProps, 'date' | 'bounds'>) {
  return (
    <div aria-hidden className="h-6 border-b">
      <div className="absolute inset-x-3 inset-y-0">
        {hourMarks(date, bounds).map(({ hour, left }) => (
          <span key={hour} className="figures absolute inset-y-0 border-l border-line/60 pt-1 pl-1 text-xs text-text-muted" style={{ left: `${left}%` }}>
            {hour}
          </span>
        ))}
      </div>
    </div>
  );
}

function NowLine({ bounds }: Pick<FiresProps, 'bounds'>) {
  const now = useServerNow();
  const left = now === null ? null : momentOnDay(now, bounds);
  if (left === null) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-3 inset-y-0">
      <span className="absolute inset-y-0 w-px bg-accent" style={{ left: `${left}%` }} />
    </div>
  );
}
