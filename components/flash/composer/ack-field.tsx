'use client';

import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { formatMinutes } from '@/components/ui/format-time';
import { Select } from '@/components/ui/select';
import { ACK_WITHIN } from './timing';

interface AckFieldProps {
  readonly required: UseFormRegisterReturn;
  readonly deadline: UseFormRegisterReturn;
  /** Critical messages ask for it whatever is ticked. */
  readonly always: boolean;
  readonly wanted: boolean;
  readonly error: string | undefined;
}

/** Whether people must acknowledge, and within what time. */
export function AckField({ required, deadline, always, wanted, error }: AckFieldProps) {
  return (
    <Field label="Acknowledgement" error={error}>
      {(wiring) => (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <label className="flex h-8 items-center gap-2 text-sm">
            {always ? <Checkbox key="always" checked readOnly disabled /> : <Checkbox key="chosen" {...required} />}
            Required
            {always ? <span className="text-text-muted">(always, when critical)</span> : null}
          </label>
          <Select {...wiring} {...deadline} aria-disabled={!wanted} className={wanted ? '' : 'pointer-events-none opacity-55'} tabIndex={wanted ? 0 : -1}>
            {ACK_WITHIN.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === '' ? 'No deadline' : `Within ${formatMinutes(Number(minutes))}`}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}
