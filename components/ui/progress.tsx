import { cn } from './cn';

interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly className?: string;
}

/** How many of how many, as a bar with its figures. Complete shows in the colour of well. */
export function Progress({ label, value, max, className }: ProgressProps) {
  const share = max > 0 ? Math.min(value / max, 1) : 0;
  const complete = max > 0 && value >= max;
  return (
    <div className={cn('grid min-w-0 grid-cols-1 gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <span className="truncate text-text-muted">{label}</span>
        <span className="figures font-medium">
          {value}/{max}
        </span>
      </div>
      <div role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={Math.max(max, 1)} aria-valuetext={`${value} of ${max}`} className="h-1.5 overflow-hidden rounded-full bg-text/12">
        <div
          className={cn('h-full origin-left rounded-full transition-transform duration-200', complete ? 'bg-ok' : 'bg-accent')}
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
