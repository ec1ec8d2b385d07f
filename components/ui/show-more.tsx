import { Button } from './button';

interface ShowMoreProps {
  /** How many rows are not drawn yet; with none there is no button. */
  readonly hidden: number;
  /** How many come at a time. */
  readonly step: number;
  readonly onShow: () => void;
}

/** The end of a list that draws its rows in steps. */
export function ShowMore({ hidden, step, onShow }: ShowMoreProps) {
  if (hidden <= 0) return null;
  return (
    <div className="p-2">
      <Button size="sm" look="quiet" onClick={onShow}>
        Show {Math.min(hidden, step)} of {hidden} more
      </Button>
    </div>
  );
}
