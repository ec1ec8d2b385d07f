import 'server-only';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyCard, Watched } from './define';
import { cardsOn } from './stale-by';

const PREFIX = 'file:';

/** Looks at the files that cards watch. */
export interface FileLooks {
  /**
   * Reports each file that changed, appeared or went since the look before: the cards on it, each with the reason. The
   * first look only remembers. What could not be reported is reported by the next look.
   */
  look(report: (changes: Map<string, string>) => Promise<void>): Promise<void>;
}

/**
 * Compares times of change, in the folder that watched files are named from. No notification of the system is trusted:
 * editors replace files, and network drives say nothing.
 */
export function createFileLooks(cards: readonly AnyCard[], folder: string): FileLooks {
  const files = new Set(cards.flatMap(({ watches }) => watches.filter((watched) => watched.startsWith(PREFIX))));
  const known = new Map<Watched, number | null>();
  return {
    async look(report) {
      for (const file of files) {
        const name = file.slice(PREFIX.length);
        const before = known.get(file);
        const now = await changedAt(folder, name);
        if (now === before) continue;
        const reported = before === undefined || (await report(cardsOn(cards, file, `the file ${name} changed`)).then(() => true, () => false));
        if (reported) known.set(file, now);
      }
    },
  };
}

/** Null where there is no such file. */
function changedAt(folder: string, name: string): Promise<number | null> {
  return stat(join(/* turbopackIgnore: true */ folder, name)).then(({ mtimeMs }) => mtimeMs, () => null);
}
