import type { CSSProperties, ReactNode, Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { packRows, SIDES } from './pack';

/** A hair less than its share, so that rounding never drives the last one into the next row. */
const ONE = '[--one:calc((100%-(var(--side)-1)*0.5rem)/var(--side)-0.05px)]';
const NORMAL = 'max-w-[max(40rem,calc(var(--one)*2+0.5rem))] [flex:1_1_var(--one)]';
const WIDE = '[flex:2_1_min(100%,calc(var(--one)*2+0.5rem))]';
/** Every card is as high as the others, whatever it holds and before it holds anything. */
const PLACE = `h-72 min-w-0 ${ONE} @min-[40rem]:order-(--order-2) @min-[62rem]:order-(--order-3) @min-[92rem]:order-(--order-4) @min-[128rem]:order-(--order-6)`;

/** One place of the rows. */
export interface Place {
  readonly key: string;
  /** Takes the room of two. */
  readonly wide: boolean;
  readonly content: ReactNode;
}

interface CardRowsProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly places: readonly Place[];
}

/** Cards in rows: one, two, three, four or six side by side as the width allows, each row filled. */
export function CardRows({ ref, places }: CardRowsProps) {
  const wide = places.map((place) => place.wide);
  const orders = SIDES.map((side) => ({ side, places: packRows(wide, side) }));
  return (
    <div className="@container">
      <div ref={ref} className="flex flex-wrap gap-2 [--side:1] @min-[40rem]:[--side:2] @min-[62rem]:[--side:3] @min-[92rem]:[--side:4] @min-[128rem]:[--side:6]">
        {places.map(({ key, wide: isWide, content }, index) => (
          <div key={key} className={cn(PLACE, isWide ? WIDE : NORMAL)} style={Object.fromEntries(orders.map((one) => [`--order-${one.side}`, one.places[index]])) as CSSProperties}>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}
