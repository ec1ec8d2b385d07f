import { useId, type ReactNode } from 'react';
import { cn } from './cn';

/** What a field hands to its input so that label, hint and error are read with it. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  /** Stands at the right end of the label line: a count, a link. */
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** A label, an input, and under it a hint or what is wrong. */
export function Field({ label, aside, hint, error, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={cn('grid gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside ? <span className="figures text-xs text-text-muted">{aside}</span> : null}
      </div>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {note ? (
        <p id={noteId} className={cn('text-xs', error ? 'text-critical' : 'text-text-muted')}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
