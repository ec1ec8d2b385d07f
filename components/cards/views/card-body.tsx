import { memo, type ComponentType } from 'react';
import type { CardValue, CardValueOf, CardView } from '@/lib/protocol/card-value';
import { BarsView } from './bars-view';
import { ChecksView } from './checks-view';
import { FiguresView } from './figures-view';
import { LinesView } from './lines-view';
import { TableView } from './table-view';

/** How each view is drawn. One without a drawing does not compile. */
const VIEWS: { readonly [V in CardView]: ComponentType<{ readonly value: CardValueOf<V> }> } = {
  figures: FiguresView,
  bars: BarsView,
  lines: LinesView,
  table: TableView,
  checks: ChecksView,
};

interface CardBodyProps {
  readonly value: CardValue;
}

/** What a card shows. Drawn anew only when that changes. */
export const CardBody = memo(function CardBody({ value }: CardBodyProps) {
  // The view and its drawing belong together by the map; the compiler cannot follow that through an index.
  const View = VIEWS[value.view] as ComponentType<{ readonly value: CardValue }>;
  return <View value={value} />;
});
