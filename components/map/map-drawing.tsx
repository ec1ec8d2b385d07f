import { useMemo } from 'react';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { Priority } from '@/lib/protocol/incident';
import { placeLabels } from './labels';
import type { MapMark } from './map-marks';
import { lengthWords, project, roundLength, unproject, type Size, type View } from './projection';

const GRID_PIXELS = 120;
const BAR_PIXELS = 120;
const DIGIT_WIDTH = 7.2;
/** Marks this far outside are not drawn; their names may reach in. */
const EDGE = 60;

interface MapDrawingProps {
  readonly marks: readonly MapMark[];
  readonly view: View;
  readonly size: Size;
}

/** Grid, marks, names and a scale bar. Drawn without any map material: it works with no network at all. */
export function MapDrawing({ marks, view, size }: MapDrawingProps) {
  const drawn = useMemo(
    () =>
      marks
        .map((mark) => ({ mark, at: project(view, size, mark) }))
        .filter(({ at }) => at.x > -EDGE && at.y > -EDGE && at.x < size.width + EDGE && at.y < size.height + EDGE),
    [marks, view, size],
  );
  const names = useMemo(() => placeLabels(drawn.map(({ mark, at }) => ({ id: mark.id, at, width: mark.name.length * DIGIT_WIDTH + 2 }))), [drawn]);
  const bar = roundLength(view.scale, BAR_PIXELS);

  return (
    <svg aria-hidden width={size.width} height={size.height} className="pointer-events-none absolute inset-0">
      <Grid view={view} size={size} />
      {[...drawn].reverse().map(({ mark, at }) => {
        const big = mark.kind === 'incident';
        const name = names.get(mark.id);
        return (
          <g key={`${mark.kind}:${mark.id}`}>
            <g transform={`translate(${at.x} ${at.y})`}>
              {'priority' in mark.look ? (
                <Block priority={mark.look.priority} />
              ) : (
                <g transform="translate(-5 -5)" className={mark.look.color}>
                  <Shape name={mark.look.shape} size={10} />
                </g>
              )}
            </g>
            {name ? (
              <text x={name.x} y={name.y + 11} className={cn('figures fill-text text-xs', big && 'font-semibold')} stroke="var(--surface)" strokeWidth={3} paintOrder="stroke">
                {mark.name}
              </text>
            ) : null}
          </g>
        );
      })}
      <g transform={`translate(12 ${size.height - 14})`} className="stroke-text-muted">
        <path d={`M0 -4V0H${bar * view.scale}V-4`} fill="none" />
        <text x={bar * view.scale + 6} y={2} stroke="none" className="figures fill-text-muted text-xs">
          {lengthWords(bar)}
        </text>
      </g>
    </svg>
  );
}

/** A priority's figure in its block, around the place it stands at. */
function Block({ priority }: { readonly priority: Priority }) {
  const { fill, ink } = PRIORITY_LOOK[priority];
  const box = { x: -10, y: -10, width: 20, height: 20, rx: 3 };
  return (
    <>
      <rect {...box} className="fill-surface" />
      <rect {...box} className={fill} />
      <text y={4.5} textAnchor="middle" className={cn('figures text-xs font-semibold', ink)}>
        {priority.slice(1)}
      </text>
    </>
  );
}

interface GridProps {
  readonly view: View;
  readonly size: Size;
}

/** Lines a round length apart, fixed to the ground so that one sees the map move. */
function Grid({ view, size }: GridProps) {
  const step = roundLength(view.scale, GRID_PIXELS) * view.scale;
  // Counted from a fixed corner of the earth; only the part of it that is left over under one step matters.
  const corner = unproject(view, size, { x: 0, y: 0 });
  const origin = project(view, size, { lat: Math.round(corner.lat), lng: Math.round(corner.lng) });
  const lines = (start: number, length: number) => {
    const first = ((start % step) + step) % step;
    return Array.from({ length: Math.ceil((length - first) / step) }, (_, index) => first + index * step);
  };
  return (
    <g className="stroke-line" shapeRendering="crispEdges">
      {lines(origin.x, size.width).map((x) => (
        <line key={`x${x}`} x1={x} x2={x} y1={0} y2={size.height} />
      ))}
      {lines(origin.y, size.height).map((y) => (
        <line key={`y${y}`} x1={0} x2={size.width} y1={y} y2={y} />
      ))}
    </g>
  );
}
