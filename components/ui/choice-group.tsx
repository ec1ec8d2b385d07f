import { useId, type ReactNode } from 'react';
import { cn } from './cn';

interface ChoiceGroupProps {
  readonly label: string;
  readonly aside?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Several inputs under one heading: radio cards, tick boxes. */
export function ChoiceGroup({ label, aside, error, className, children }: ChoiceGroupProps) {
  const id = useId();
  return (
    <fieldset className={cn('min-w-0', className)} aria-describedby={error ? id : undefined}>
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <legend className="float-left text-sm font-medium">{label}</legend>
        {aside ? <span className="figures text-xs text-text-muted">{aside}</span> : null}
      </div>
      {children}
      {error ? (
        <p id={id} className="mt-1 text-xs text-critical">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
