interface ColourSampleProps {
  /** `#rrggbb`; anything else shows none. */
  readonly colour: string | null;
}

/** An agency's own colour, beside the words that say the same. As wide when there is none. */
export function ColourSample({ colour }: ColourSampleProps) {
  const shown = colour !== null && /^#[0-9a-f]{6}$/i.test(colour);
  return <span aria-hidden className="h-4 w-1.5 shrink-0 rounded-[2px]" style={shown ? { backgroundColor: colour } : undefined} />;
}
