import type { CardValueOf } from '@/lib/protocol/card-value';
import { FigureList } from './figure-list';
import { Headline } from './headline';

interface FiguresViewProps {
  readonly value: CardValueOf<'figures'>;
}

/** Numbers side by side. */
export function FiguresView({ value: { headline, figures } }: FiguresViewProps) {
  return (
    <div className="grid content-start gap-2.5">
      <Headline headline={headline} />
      <FigureList figures={figures} className={headline && figures.length > 0 ? 'border-t pt-2' : ''} />
    </div>
  );
}
