import { Notice } from '@/components/ui/notice';
import type { FieldChange } from './changes';
import type { DraftField } from './draft';

interface MeanwhileProps {
  readonly changes: readonly FieldChange[];
  /** The fields that this person typed in. */
  readonly touched: readonly DraftField[];
}

/** What somebody else saved while this person was typing. */
export function Meanwhile({ changes, touched }: MeanwhileProps) {
  return (
    <Notice tone="info">
      <strong className="font-semibold">Somebody else changed this monitor meanwhile. What you typed is kept.</strong>
      <ul className="mt-1 grid gap-0.5">
        {changes.map(({ field, label, before, after }) => (
          <li key={field} className="break-words">
            {label}: <s className="text-text-muted">{before}</s> → {after}
            {touched.includes(field) ? <span className="text-warning"> · you changed this too</span> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
