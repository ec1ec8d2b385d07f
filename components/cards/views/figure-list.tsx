import { cn } from '@/components/ui/cn';
import type { CardFigure } from '@/lib/protocol/card-value';
import { Measure } from './measure';
import { TONE_LOOK } from './tone-look';
import { ToneMark } from './tone-mark';

/** More than these stand closer together. */
const FEW = 6;

interface FigureListProps {
  readonly figures: readonly CardFigure[];
  /** Small and close together, beside something larger. */
  readonly dense?: boolean;
  readonly className?: string;
}

/** Numbers with their names, in columns as the width allows. */
export function FigureList({ figures, dense = false, className }: FigureListProps) {
  if (figures.length === 0) return null;
  const columns = dense ? 'grid-cols-3 gap-x-3 text-base' : figures.length > FEW ? 'grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))]' : 'grid-cols-[repeat(auto-fill,minmax(6.75rem,1fr))]';
  return (
    <dl className={cn('grid gap-x-4 gap-y-1.5 text-md', columns, className)}>
      {figures.map(({ label, value, unit, tone }) => (
        <div key={label} className="flex min-w-0 flex-col justify-end">
          <dt title={label} className={cn('text-xs text-text-muted', dense ? 'line-clamp-2' : 'truncate')}>
            {label}
          </dt>
          <dd className={cn('flex items-baseline gap-1.5 font-semibold', TONE_LOOK[tone].text)}>
            <ToneMark tone={tone} size={10} className="self-center" />
            <Measure value={value} unit={unit} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
