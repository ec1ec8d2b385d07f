'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Monitor } from '@/lib/protocol/monitor';

interface DeleteDialogProps {
  /** What is to be deleted; null while nothing is. */
  readonly monitor: Monitor | null;
  readonly onDelete: (monitor: Monitor) => void;
  readonly onClose: () => void;
}

/** The deliberate step before a monitor goes, with all that it has seen. */
export function DeleteDialog({ monitor, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Dialog
      open={monitor !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${monitor?.name ?? 'the monitor'}?`}
      description="Its history goes with it. This cannot be undone; to stop looking for a while, pause it."
    >
      {monitor ? (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" size="lg" onClick={() => onDelete(monitor)}>
            Delete it
          </Button>
          {/* Whoever presses Enter without reading shall have done nothing. */}
          <Button size="lg" autoFocus onClick={onClose}>
            Back
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}
