import type { CSSProperties, ReactNode, Ref } from 'react';
import { packRows, SIDES } from './pack';

/** Every card is as high as the others, whatever it holds and before it holds anything. */
const PLACE =
  'h-72 min-w-0 [grid-column:span_12] @min-[40rem]:order-(--order-2) @min-[40rem]:[grid-column:span_var(--span-2)] @min-[62rem]:order-(--order-3) @min-[62rem]:[grid-column:span_var(--span-3)] @min-[92rem]:order-(--order-4) @min-[92rem]:[grid-column:span_var(--span-4)] @min-[128rem]:order-(--order-6) @min-[128rem]:[grid-column:span_var(--span-6)]';

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
  const packed = SIDES.map((side) => ({ side, spots: packRows(wide, side) }));
  const style = (index: number) => Object.fromEntries(packed.flatMap(({ side, spots }) => [[`--order-${side}`, spots[index]?.place], [`--span-${side}`, spots[index]?.span]])) as CSSProperties;
  return (
    <div className="@container">
      <div ref={ref} className="grid grid-cols-12 gap-2">
        {places.map(({ key, content }, index) => (
          <div key={key} className={PLACE} style={style(index)}>
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}
