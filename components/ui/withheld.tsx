/** Stands where a private person’s name or number would, for those whose role does not include it. */
export function Withheld() {
  return <span className="text-text-muted">not shown to your role</span>;
}
