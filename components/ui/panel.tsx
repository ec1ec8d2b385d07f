import { useId, type ReactNode } from 'react';
import { cn } from './cn';

interface PanelProps {
  readonly title: string;
  /** Beside the title: a count, an age. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly bodyClassName?: string;
  readonly children: ReactNode;
}

/** A titled box of the board. */
export function Panel({ title, note, actions, className, bodyClassName, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('flex min-w-0 flex-col rounded-md border bg-surface-raised', className)}>
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1 pr-1.5 pl-3">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {note ? <span className="figures text-sm text-text-muted">{note}</span> : null}
        {actions ? <span className="ml-auto flex items-center gap-1.5">{actions}</span> : null}
      </div>
      <div className={cn('min-w-0 flex-1', bodyClassName)}>{children}</div>
    </section>
  );
}
