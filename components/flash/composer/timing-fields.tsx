'use client';

import { X } from 'lucide-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { formatDate, formatHour, formatMinutes, formatTimestamp } from '@/components/ui/format-time';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useServerNow } from '@/components/ui/use-now';
import { EXPIRIES, expiryAt, parseStart, shiftEnd, type Expiry } from './timing';

// What "Schedule" proposes to begin with.
const LATER_MS = 15 * 60_000;

interface TimingFieldsProps {
  readonly start: UseFormRegisterReturn;
  readonly expiry: UseFormRegisterReturn;
  readonly startsAt: string;
  readonly expiresAt: Expiry;
  readonly startError: string | undefined;
  readonly expiryError: string | undefined;
  readonly onStart: (startsAt: string) => void;
}

/** When the message goes out and when it leaves the bars by itself. */
export function TimingFields({ start, expiry, startsAt, expiresAt, startError, expiryError, onStart }: TimingFieldsProps) {
  const now = useServerNow();
  const begins = startsAt === '' || now === null ? now : parseStart(startsAt, now);
  const known = begins !== null && !Number.isNaN(begins);
  const ends = known ? expiryAt(expiresAt, begins) : null;
  const later = startsAt !== '';

  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Starts" aside={later && known ? formatTimestamp(begins, formatDate(now ?? begins)) : null} error={startError}>
        {(wiring) =>
          later ? (
            <div className="flex gap-1.5">
              <Input {...wiring} autoComplete="off" {...start} />
              <Button size="icon" look="quiet" aria-label="Send now instead" onClick={() => onStart('')}>
                <X aria-hidden size={16} />
              </Button>
            </div>
          ) : (
            <div className="flex h-8 items-center gap-2 text-sm pointer-coarse:h-10">
              <span>When sent</span>
              <Button {...wiring} aria-label="Schedule the start" size="sm" disabled={now === null} onClick={() => now !== null && onStart(formatHour(now + LATER_MS))}>
                Schedule
              </Button>
            </div>
          )
        }
      </Field>
      <Field label="Ends" aside={ends === null ? null : `at ${formatHour(ends)}`} error={expiryError}>
        {(wiring) => (
          <Select {...wiring} {...expiry} className="w-full">
            {EXPIRIES.map((choice) => (
              <option key={choice} value={choice}>
                {expiryWords(choice, known ? begins : null)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

function expiryWords(choice: Expiry, start: number | null): string {
  if (choice === 'never') return 'When recalled';
  if (choice === 'shift') return start === null ? 'At the end of the shift' : `At the end of the shift, ${formatHour(shiftEnd(start))}`;
  return `After ${formatMinutes(Number(choice))}`;
}
