'use client';

import { useQuery } from '@tanstack/react-query';
import { compareCallSigns } from '@/components/units/groups';
import type { UnitList } from '@/lib/protocol/board-answers';
import type { Unit } from '@/lib/protocol/unit';
import { unitsQuery } from '@/lib/queries/units';

const NONE: ReadonlyMap<string, readonly Unit[]> = new Map();

/** The units of each incident that has any, by call sign. */
export function useAssigned(): ReadonlyMap<string, readonly Unit[]> {
  return useQuery({ ...unitsQuery, select: byIncident }).data ?? NONE;
}

function byIncident({ items }: UnitList): ReadonlyMap<string, readonly Unit[]> {
  const byId = new Map<string, Unit[]>();
  for (const unit of [...items].sort(compareCallSigns)) {
    if (unit.incidentId === null) continue;
    const others = byId.get(unit.incidentId);
    if (others) others.push(unit);
    else byId.set(unit.incidentId, [unit]);
  }
  return byId;
}
