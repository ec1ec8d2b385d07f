import 'server-only';
import { runPush } from './push-look';
import { runProbe, type OwnParts } from './probes/run-probe';
import { failure, type Look } from './probes/look';
import type { Watched } from './roster';

/** A look that has ended. Times in milliseconds since the epoch; `slot`: when it was due. */
export interface Finished {
  readonly monitorId: string;
  readonly slot: number;
  readonly at: number;
  readonly look: Look;
}

/** Looks that are under way, each beside the others: one that hangs holds up no other. */
export interface Looks {
  /** Begins a look at every monitor that is due and not being looked at. Resolves when these have ended; never rejects. */
  begin(monitors: readonly Watched[], now: number): Promise<void>;
  /** Takes the looks that have ended since the last call. */
  take(): Finished[];
  /** What ends from now on is thrown away. */
  discard(): void;
}

/** Looks made from `ownOrigin`, with Watchroom's own parts to look at. */
export function createLooks(ownOrigin: string, own: OwnParts): Looks {
  const underWay = new Set<string>();
  const lastSlots = new Map<string, number>();
  const lastSaid = new Map<string, string>();
  let finished: Finished[] = [];
  let generation = 0;

  async function look(watched: Watched, slot: number, now: number): Promise<void> {
    const born = generation;
    underWay.add(watched.id);
    lastSlots.set(watched.id, slot);
    const found = await lookAt(watched, now);
    underWay.delete(watched.id);
    if (found && born === generation) finished.push({ monitorId: watched.id, slot, at: Date.now(), look: found });
  }

  /** Whether a push monitor says something else than at its last look: that does not wait for the next one. */
  function saysNew({ config, push, ...watched }: Watched, now: number): boolean {
    if (config?.kind !== 'push') return false;
    const said = `${runPush({ push, beatEveryMs: watched.beatEveryMs }, config, now)?.outcome} ${push?.at}`;
    const isNew = said !== (lastSaid.get(watched.id) ?? said);
    lastSaid.set(watched.id, said);
    return isNew;
  }

  async function lookAt(watched: Watched, now: number): Promise<Look | null> {
    if (!watched.config) return failure('The settings of this monitor cannot be read. Edit and save it.');
    if (watched.config.kind === 'push') return runPush(watched, watched.config, now);
    const { config, secret, timeoutMs, warnLatencyMs } = watched;
    try {
      return await runProbe({ config, secret, timeoutMs, warnLatencyMs }, { ownOrigin, own });
    } catch (error) {
      return failure(error instanceof Error ? `The look itself failed (${error.name}).` : 'The look itself failed.');
    }
  }

  return {
    async begin(monitors, now) {
      const due = monitors.flatMap((watched) => {
        if (watched.isPaused || underWay.has(watched.id)) return [];
        const slot = saysNew(watched, now) ? now : Math.floor(now / watched.intervalMs) * watched.intervalMs;
        return slot > (lastSlots.get(watched.id) ?? 0) ? [look(watched, slot, now)] : [];
      });
      await Promise.all(due);
    },
    take() {
      const taken = finished;
      finished = [];
      return taken;
    },
    discard() {
      generation += 1;
      finished = [];
    },
  };
}
