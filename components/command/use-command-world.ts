'use client';

import { useQuery } from '@tanstack/react-query';
import { useLiveSeed } from '@/components/flash/live-seed';
import { navigationFor } from '@/components/layout/navigation';
import { useServerNow } from '@/components/ui/use-now';
import { can, type Role } from '@/lib/protocol/permissions';
import { openIncidentsQuery } from '@/lib/queries/incidents';
import { unitsQuery } from '@/lib/queries/units';
import { isThere, useNewerVersion } from '@/stores/newer-version';
import type { CommandPage, CommandWorld } from './plan';

/** What the command line knows, kept current by the stream. */
export function useCommandWorld(): CommandWorld {
  const { me } = useLiveSeed();
  const units = useQuery(unitsQuery).data;
  const incidents = useQuery(openIncidentsQuery).data;
  const now = useServerNow();
  return {
    role: me.role,
    units: units?.items ?? [],
    codes: units?.codes ?? [],
    policy: units?.policy ?? 'off',
    incidents: incidents?.items ?? [],
    pages: pagesFor(me.role),
    newer: useNewerVersion(isThere),
    now: now ?? 0,
  };
}

function pagesFor(role: Role): CommandPage[] {
  const pages = navigationFor(role).map(({ href, label }) => ({ href, label }));
  return can(role, 'units.manage') ? [...pages, { href: '/units/codes', label: 'Unit codes' }] : pages;
}
