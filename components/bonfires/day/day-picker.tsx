'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { norwayDayBounds, shiftDay } from '@/lib/core/norway-time';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

interface DayPickerProps {
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}

/** Chooses the day that is shown. */
export function DayPicker({ day, today, onDay }: DayPickerProps) {
  useKey(',', 'The day before', () => onDay(shiftDay(day, -1)));
  useKey('.', 'The day after', () => onDay(shiftDay(day, 1)));
  useKey('t', 'Today', () => onDay(today));
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b p-2">
      <Button size="icon" aria-label="The day before" aria-keyshortcuts="," onClick={() => onDay(shiftDay(day, -1))}>
        <ChevronLeft aria-hidden size={16} />
      </Button>
      <Input
        type="date"
        aria-label="Day"
        className="w-40"
        value={day}
        onChange={({ target }) => {
          if (norwayDayBounds(target.value)) onDay(target.value);
        }}
      />
      <Button size="icon" aria-label="The day after" aria-keyshortcuts="." onClick={() => onDay(shiftDay(day, 1))}>
        <ChevronRight aria-hidden size={16} />
      </Button>
      <Button look="quiet" disabled={day === today} aria-keyshortcuts="t" onClick={() => onDay(today)}>
        Today <Kbd keys="t" />
      </Button>
      <span className="ml-auto pr-1 text-sm font-medium">
        {weekday.format(Date.parse(day))} <span className="figures">{day}</span>
      </span>
    </div>
  );
}
