import { Notice } from './notice';

/** A field that somebody else changed: what it is called, and what stood and stands there. */
export interface FieldChange<F extends string = string> {
  readonly field: F;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface MeanwhileProps {
  /** What was changed, as it follows "this". */
  readonly what: string;
  readonly changes: readonly FieldChange[];
  /** The fields in which this person typed something else. */
  readonly typed: readonly string[];
}

/** What somebody else saved while this person was typing. */
export function Meanwhile({ what, changes, typed }: MeanwhileProps) {
  return (
    <Notice tone="info">
      <strong className="font-semibold">Somebody else changed this {what} meanwhile.{typed.length > 0 ? ' What you typed is kept.' : ''}</strong>
      <ul className="mt-1 grid gap-0.5">
        {changes.map(({ field, label, before, after }) => (
          <li key={field} className="break-words">
            {label}: <s className="text-text-muted">{before}</s> → {after}
            {typed.includes(field) ? <span className="text-warning"> · you changed this too</span> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
