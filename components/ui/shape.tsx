import { cn } from './cn';

/** The outlines a state can have, so that no state is told by colour alone. */
export type ShapeName = 'disc' | 'triangle' | 'square' | 'diamond' | 'half' | 'ring';

const PATHS: Readonly<Record<ShapeName, string>> = {
  disc: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z',
  triangle: 'M6 .9 11.7 11H.3Z',
  square: 'M1.4 1.4h9.2v9.2H1.4Z',
  diamond: 'M6 .2 11.8 6 6 11.8.2 6Z',
  half: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.6v6.8a3.4 3.4 0 0 1 0-6.8Z',
  ring: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8Z',
};

interface ShapeProps {
  readonly name: ShapeName;
  /** Pixels. */
  readonly size?: number;
  readonly className?: string;
}

/** ● ▲ ■ ◆ ◐ ○ drawn, so that they align to the pixel in every font. Always beside its word. */
export function Shape({ name, size = 12, className }: ShapeProps) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 12 12" fillRule="evenodd" className={cn('shrink-0 fill-current', className)}>
      <path d={PATHS[name]} />
    </svg>
  );
}
