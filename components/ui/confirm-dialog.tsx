'use client';

import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps<T> {
  /** What it is about; null while it is closed. */
  readonly subject: T | null;
  readonly title: (subject: T | null) => string;
  /** What follows from it. */
  readonly description: string;
  /** The word of the button that does it. */
  readonly confirm: string;
  readonly onConfirm: (subject: T) => void;
  readonly onClose: () => void;
}

/** The deliberate step before something that others notice, or that cannot be undone. */
export function ConfirmDialog<T>({ subject, title, description, confirm, onConfirm, onClose }: ConfirmDialogProps<T>) {
  return (
    <Dialog open={subject !== null} onOpenChange={(open) => !open && onClose()} title={title(subject)} description={description}>
      {subject === null ? null : (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" size="lg" onClick={() => onConfirm(subject)}>
            {confirm}
          </Button>
          {/* Whoever presses Enter without reading shall have done nothing. */}
          <Button size="lg" autoFocus onClick={onClose}>
            Back
          </Button>
        </div>
      )}
    </Dialog>
  );
}
