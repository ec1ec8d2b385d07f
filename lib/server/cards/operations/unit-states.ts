import type { UnitState } from '@/lib/protocol/unit';

/** A unit in one of these is free and ready now. */
export const FREE_STATES = ['available_mobile', 'available_station', 'standby', 'standby_station'] as const satisfies readonly UnitState[];

export const OUT_OF_SERVICE: UnitState = 'out_of_service';

/** A unit in none of these is bound: it works for an incident, or is not ready yet. */
export const NOT_BOUND_STATES = [...FREE_STATES, OUT_OF_SERVICE] as const;
