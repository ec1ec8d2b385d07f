import { cn } from './cn';

/**
 * The outlines a state can have, so that no state is told by colour alone. Each means one thing on the whole board:
 * triangle, waits for a person · square, alarm · diamond, to be known · disc, in order · half, in between · ring, at rest ·
 * play, under way · bars, held · target, at the place · cross, taken away · arrow, changed · bubble, said · lines, written.
 */
export type ShapeName = 'disc' | 'triangle' | 'square' | 'diamond' | 'half' | 'ring' | 'play' | 'bars' | 'target' | 'cross' | 'arrow' | 'bubble' | 'lines';

const PATHS: Readonly<Record<ShapeName, string>> = {
  disc: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
  triangle: 'M6 .9 11.7 11H.3Z',
  square: 'M1.4 1.4h9.2v9.2H1.4Z',
  diamond: 'M6 .2 11.8 6 6 11.8.2 6Z',
  half: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.6v6.8a3.4 3.4 0 0 1 0-6.8Z',
  play: 'M2.2.6 11.6 6 2.2 11.4Z',
  bars: 'M1.9 1.2h3v9.6h-3ZM7.1 1.2h3v9.6h-3Z',
  target: 'M6 .5a5.5 5.5 0 1 0 0 11A5.5 5.5 0 0 0 6 .5ZM6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 1.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  cross: 'M2.4.9 6 4.5 9.6.9l1.5 1.5L7.5 6l3.6 3.6-1.5 1.5L6 7.5l-3.6 3.6L.9 9.6 4.5 6 .9 2.4Z',
  arrow: 'M.8 5h6.4L4.7 2.5 6 1.2 10.9 6 6 10.8 4.7 9.5 7.2 7H.8Z',
  bubble: 'M.9 1.5h10.2v7H6L3.2 11V8.5H.9Z',
  lines: 'M1 1.8h10v1.8H1Zm0 3.3h10v1.8H1Zm0 3.3h7v1.8H1Z',
  ring: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8Z',
};

interface ShapeProps {
  readonly name: ShapeName;
  /** Pixels. */
  readonly size?: number;
  readonly className?: string;
}

/** ● ▲ ■ ◆ ◐ ○ and their like drawn, so that they align to the pixel in every font. Always beside its word. */
export function Shape({ name, size = 12, className }: ShapeProps) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 12 12" fillRule="evenodd" className={cn('shrink-0 fill-current', className)}>
      <path d={PATHS[name]} />
    </svg>
  );
}
