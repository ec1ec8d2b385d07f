import type { ComponentProps } from 'react';
import { cn } from './cn';

/** On or off, taking effect at once. */
export function Switch({ className, ...props }: ComponentProps<'input'>) {
  return (
    <span className={cn('relative inline-flex h-5 w-9 shrink-0', className)}>
      <input
        type="checkbox"
        role="switch"
        className="peer size-full appearance-none rounded-full border border-line-strong bg-field transition-colors checked:border-accent checked:bg-accent disabled:opacity-55"
        {...props}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-text-muted transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent"
      />
    </span>
  );
}
