'use client';

import { RotateCw } from 'lucide-react';
import { Button } from './button';
import { Notice } from './notice';

interface ErrorStateProps {
  /** What was being loaded: "The receipts could not be loaded." */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly retrying?: boolean;
}

/** Something could not be loaded: what, why, and a retry. */
export function ErrorState({ title, error, onRetry, retrying = false }: ErrorStateProps) {
  return (
    <div className="p-3">
      <Notice
        tone="warning"
        action={
          <Button size="sm" onClick={onRetry} disabled={retrying}>
            <RotateCw aria-hidden size={16} />
            {retrying ? 'Trying' : 'Try again'}
          </Button>
        }
      >
        <strong className="font-semibold">{title}</strong> {error instanceof Error ? error.message : 'The reason is not known.'}
      </Notice>
    </div>
  );
}
