import 'server-only';
import { statfs } from 'node:fs/promises';
import { CardTrouble, defineCard } from '../define';
import { diskValue } from './disk-value';
import { heed } from './heed';

/** What is left of the disk. */
export const disk = defineCard({
  key: 'disk',
  tab: 'platform',
  title: 'Disk',
  about: 'The disk that holds Watchroom’s data folder on the server that computed this; a database of your own may be on another.',
  view: 'figures',
  ttlMs: 60_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ signal }) {
    const folder = process.env.WATCHROOM_DATA || '.';
    try {
      return diskValue(await heed(signal, statfs(/* turbopackIgnore: true */ folder)));
    } catch {
      signal.throwIfAborted();
      throw new CardTrouble('The disk of the data folder could not be looked at. See that WATCHROOM_DATA names a folder that is there and that this server may read.');
    }
  },
});
