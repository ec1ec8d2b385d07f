import Link from 'next/link';

interface BrandProps {
  /** Shows the mark alone on narrow screens. */
  readonly compact?: boolean;
}

/** The name, leading home. */
export function Brand({ compact = false }: BrandProps) {
  return (
    <Link href="/" className="flex items-center gap-2 rounded-md font-semibold tracking-tight">
      <BrandMark />
      <span className={compact ? 'max-lg:sr-only' : ''}>Watchroom</span>
    </Link>
  );
}

/** The name where there is no board to lead to. */
export function BrandName() {
  return (
    <p className="flex items-center gap-2 font-semibold tracking-tight">
      <BrandMark />
      Watchroom
    </p>
  );
}

/** The mark: a watch ring open to the north, with its hand. */
function BrandMark() {
  return (
    <svg aria-hidden width={24} height={24} viewBox="0 0 24 24" fill="none" strokeWidth={2.5} strokeLinecap="round" className="shrink-0 stroke-current">
      <path d="M15.5 4.2a8.5 8.5 0 1 1-7 0" />
      <path d="M12 12V3" className="stroke-accent" />
      <circle cx={12} cy={12} r={1.6} className="fill-accent stroke-none" />
    </svg>
  );
}
