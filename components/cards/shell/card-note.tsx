import { Shape } from '@/components/ui/shape';

interface CardNoteProps {
  readonly about: string;
  /** Why it is outdated, in words; null while it is current. */
  readonly outdated: string | null;
  /** How old what it says is, in words; null while nobody knows the time. */
  readonly age: string | null;
}

/**
 * The line under a card's title: what it is, or that it is outdated, how old it is and why. One takes the other's place, so
 * nothing moves. Quiet: the figure itself is grey, and many cards may be old while nothing is wrong.
 */
export function CardNote({ about, outdated, age }: CardNoteProps) {
  if (outdated === null) {
    return (
      <p title={about} className="truncate text-xs text-text-muted">
        {about}
      </p>
    );
  }
  const words = `outdated${age === null ? '' : `, ${age}`} · ${outdated}`;
  return (
    <p className="figures flex min-w-0 items-center gap-1.5 text-xs text-text-muted">
      <Shape name="half" size={8} className="text-stale" />
      <span title={words} className="truncate">
        {words}
      </span>
    </p>
  );
}
