import type { CardHeadline } from '@/lib/protocol/card-value';

interface NothingThereProps {
  readonly words: string;
  /** What stands over it; the same words are not said twice. */
  readonly headline: CardHeadline | null;
}

/** Says that there is nothing to draw, and why that is fine. */
export function NothingThere({ words, headline }: NothingThereProps) {
  if (words === headline?.words) return null;
  return <p className="max-w-prose text-sm text-text-muted">{words}</p>;
}
