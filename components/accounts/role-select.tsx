'use client';

import type { ComponentProps } from 'react';
import { ROLE_WORD } from '@/components/flash/audience-words';
import { Select } from '@/components/ui/select';
import { roleSchema, ROLES, type Role } from '@/lib/protocol/permissions';

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly value: Role;
  readonly onChoose: (role: Role) => void;
}

/** One of the roles, from least to most. */
export function RoleSelect({ value, onChoose, ...props }: RoleSelectProps) {
  return (
    <Select {...props} className="w-full [&>select]:h-10" value={value} onChange={(event) => onChoose(roleSchema.parse(event.target.value))}>
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORD[role]}
        </option>
      ))}
    </Select>
  );
}
