import { cn } from '@/components/ui/cn';
import type { CardUnit } from '@/lib/protocol/card-value';
import { measureParts, measureWords } from '../measure-words';

interface MeasureProps {
  readonly value: number | null;
  readonly unit: CardUnit;
  readonly className?: string;
}

/** A large number; its units are smaller than its digits. */
export function Measure({ value, unit, className }: MeasureProps) {
  return (
    <span className={cn('figures', className)}>
      {measureParts(measureWords(value, unit)).map(({ text, isUnit }, index) => (
        <span key={index} className={isUnit ? 'text-[0.72em] leading-none font-medium' : undefined}>
          {text}
        </span>
      ))}
    </span>
  );
}
