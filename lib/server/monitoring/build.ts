import { buildInfrastructurePayload, type Infrastructure } from '@/lib/protocol/infrastructure';
import { maintenanceOf, type Roster } from './roster';
import { NO_UPTIME, toService, UNWATCHED, type Uptime, type WatchState } from './watch-state';

/** The payload of everything on a roster, from what is known of each. `checkedAt`: when somebody last looked. */
export function buildFrom({ monitors, windows }: Roster, known: ReadonlyMap<string, WatchState>, uptimes: ReadonlyMap<string, Uptime>, checkedAt: Date | null, now: Date): Infrastructure {
  const services = monitors.map((watched) =>
    toService(watched, known.get(watched.id) ?? UNWATCHED, maintenanceOf(watched.id, windows, now.getTime()), uptimes.get(watched.id) ?? NO_UPTIME),
  );
  return buildInfrastructurePayload(services, checkedAt, now);
}
