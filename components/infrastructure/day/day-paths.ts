import type { HistorySlice } from '@/lib/protocol/monitor';
import { sliceState, type SliceState } from './slice-words';

/** Width of a slice in the drawing, and of the gap after it. */
export const SLICE = 6;
const GAP = 1.5;
export const HEIGHT = 24;

/** How high a slice stands by its state, so that none is told by colour alone. */
const HEIGHTS: Readonly<Record<SliceState, number>> = { up: 13, warn: 18, down: 24, maintenance: 6, unknown: 2 };

/** The bar as one SVG path for each state: six elements instead of forty-eight. */
export function dayPaths(slices: readonly HistorySlice[]): ReadonlyMap<SliceState, string> {
  const paths = new Map<SliceState, string>();
  slices.forEach((slice, index) => {
    const state = sliceState(slice);
    const height = HEIGHTS[state];
    paths.set(state, `${paths.get(state) ?? ''}M${index * SLICE} ${HEIGHT - height}h${SLICE - GAP}v${height}h${GAP - SLICE}z`);
  });
  return paths;
}
