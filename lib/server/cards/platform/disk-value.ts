import type { ValueOf } from '../define';

const LITTLE = 0.15;
const HARDLY_ANY = 0.05;

/** Sizes of a file system as statfs gives them, in blocks of `bsize` bytes. */
export interface DiskBlocks {
  readonly bsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
}

/** What is left of a disk. As df counts: blocks kept for root are neither free nor used. */
export function diskValue({ bsize, blocks, bfree, bavail }: DiskBlocks): ValueOf<'figures'> {
  const used = blocks - bfree;
  const share = used + bavail === 0 ? null : bavail / (used + bavail);
  const tone = share === null ? 'plain' : share < HARDLY_ANY ? 'critical' : share < LITTLE ? 'warning' : 'ok';
  const advice = { plain: 'This file system tells no size.', ok: 'Free.', warning: 'Free. Make room soon: the database stops when nothing is left.', critical: 'Free. Make room now: the database stops when nothing is left.' };
  return {
    headline: { value: share === null ? null : bavail * bsize, unit: 'bytes', tone, words: advice[tone] },
    figures: [
      { label: 'Free of it', value: share, unit: 'ratio', tone },
      { label: 'Used', value: used * bsize, unit: 'bytes', tone: 'plain' },
      { label: 'In all', value: blocks * bsize, unit: 'bytes', tone: 'plain' },
    ],
  };
}
