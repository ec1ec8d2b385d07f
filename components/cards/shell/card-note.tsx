import { Pill } from '@/components/ui/pill';

interface CardNoteProps {
  readonly about: string;
  /** Why it is outdated, in words; null while it is current. */
  readonly outdated: string | null;
}

/** The line under a card's title: what it is, or that it is outdated and why. One takes the other's place, so nothing moves. */
export function CardNote({ about, outdated }: CardNoteProps) {
  if (outdated === null) {
    return (
      <p title={about} className="truncate text-xs text-text-muted">
        {about}
      </p>
    );
  }
  const words = `outdated · ${outdated}`;
  return (
    <Pill tone="stale" shape="half" className="max-w-full min-w-0">
      <span title={words} className="truncate">
        {words}
      </span>
    </Pill>
  );
}
