/** Where what came since one last looked begins. */
export function UnreadLine({ count }: { readonly count: number }) {
  return (
    <div className="flex h-7 items-center gap-2 px-3 text-xs font-medium text-accent">
      <span className="h-px flex-1 bg-accent/60" />
      {count} new since you looked
      <span className="h-px flex-1 bg-accent/60" />
    </div>
  );
}
