import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { CardValueOf } from '@/lib/protocol/card-value';
import { axisSteps, axisTime, axisValue } from './axis-words';
import { lineLooks } from './line-look';

type LinesValue = CardValueOf<'lines'>;

/** Fewer points than these are marked, each. */
const FEW = 24;
const FONT = '11px "Inter Variable", system-ui, sans-serif';

/**
 * Draws lines on a canvas that fills a box, in the colours of the theme, and keeps it so while either changes.
 * `onPoint`: which point is under the pointer, null for none. Gives back its undo.
 */
export function drawLines(box: HTMLElement, value: LinesValue, onPoint: (index: number | null) => void): () => void {
  const chart = new uPlot({ ...optionsOf(value, onPoint), ...sizeOf(box) }, dataOf(value), box);
  const resizing = new ResizeObserver(() => chart.setSize(sizeOf(box)));
  resizing.observe(box);
  const theming = new MutationObserver(() => chart.redraw(false, true));
  theming.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  return () => {
    resizing.disconnect();
    theming.disconnect();
    chart.destroy();
  };
}

function sizeOf(box: HTMLElement): { width: number; height: number } {
  return { width: Math.max(box.clientWidth, 40), height: Math.max(box.clientHeight, 40) };
}

function dataOf({ points, series }: LinesValue): uPlot.AlignedData {
  const times = points.map(({ at }) => Date.parse(at) / 1_000);
  return [times, ...series.map((_, index) => points.map(({ values }) => values[index] ?? null))];
}

function optionsOf({ unit, series, points }: LinesValue, onPoint: (index: number | null) => void): Omit<uPlot.Options, 'width' | 'height'> {
  const steps = axisSteps(unit);
  const looks = lineLooks(series);
  // Points without neighbours have no line to be seen by.
  const isSparse = points.filter(({ values }) => values.some((one) => one !== null)).length < FEW;
  return {
    padding: [6, 18, 0, 0],
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    hooks: { setCursor: [(chart) => onPoint(chart.cursor.idx ?? null)] },
    scales: { y: { range: (_chart, _min, max) => [0, rounded(max)] } },
    series: [
      {},
      ...looks.map(({ token, dash }) => ({
        stroke: () => colour(token),
        width: 1.5,
        dash: [...dash],
        points: { show: isSparse, size: 5, fill: () => colour(token) },
      })),
    ],
    axes: [
      { ...axisLook(), size: 22, gap: 4, space: 56, values: (_chart, marks) => marks.map(axisTime) },
      {
        ...axisLook(),
        gap: 5,
        space: 26,
        size: (_chart, words) => 12 + 6.2 * Math.max(0, ...(words ?? []).map((text) => text.length)),
        values: (_chart, marks) => marks.map((mark) => axisValue(mark, unit)),
        ...(steps ? { incrs: steps } : {}),
      },
    ],
  };
}

function axisLook(): Pick<uPlot.Axis, 'font' | 'stroke' | 'grid' | 'ticks'> {
  return { font: FONT, stroke: () => colour('--text-muted'), grid: { stroke: () => colour('--line'), width: 1 }, ticks: { show: false } };
}

// A line of zeros lies on the ground of a chart that goes to one.
function rounded(max: number | null): number {
  return max === null || max <= 0 ? 1 : max * 1.08;
}

function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token);
}
