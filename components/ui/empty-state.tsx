import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyStateProps {
  /** Says what is not there and why that is fine, or what fills it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly className?: string;
}

/** Nothing here: a sentence and the next action. */
export function EmptyState({ children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('grid justify-items-start gap-3 px-3 py-4 text-sm text-text-muted', className)}>
      <p className="max-w-prose">{children}</p>
      {action}
    </div>
  );
}
