'use client';

import { useQuery } from '@tanstack/react-query';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { peopleWords, ROLE_PLURAL } from '@/components/flash/audience-words';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { ROLES, type Role } from '@/lib/protocol/permissions';
import { recipientsQuery } from '@/lib/queries/flash';
import { useReach } from './use-reach';

interface AudienceFieldProps {
  readonly field: UseFormRegisterReturn;
  readonly audience: readonly Role[];
  readonly error: string | undefined;
}

/** Which roles get the message, and how many people that is. */
export function AudienceField({ field, audience, error }: AudienceFieldProps) {
  const { data: counts, isError } = useQuery(recipientsQuery);
  const reach = useReach(audience);
  const words = reach !== null ? `reaches ${peopleWords(reach.people)}` : isError ? 'number of people not known' : 'counting people';
  return (
    <ChoiceGroup label="To" aside={words} error={error}>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {[...ROLES].reverse().map((role) => (
          <label key={role} className="flex h-7 items-center gap-2 text-sm pointer-coarse:h-9">
            <Checkbox value={role} {...field} />
            <span className="capitalize">{ROLE_PLURAL[role]}</span>
            <span className="figures text-text-muted">{counts ? counts.byRole[role] : '–'}</span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
