'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Unit } from '@/lib/protocol/unit';

interface RetireDialogProps {
  /** Which is to go; null while none is. */
  readonly unit: Unit | null;
  readonly onRetire: (unit: Unit) => void;
  readonly onClose: () => void;
}

/** The deliberate step before a unit leaves every screen. */
export function RetireDialog({ unit, onRetire, onClose }: RetireDialogProps) {
  return (
    <Dialog
      open={unit !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Retire ${unit?.callSign ?? 'the unit'}?`}
      description="It leaves the board of everybody. Its past stays, and entering its call sign again brings it back."
    >
      {unit ? (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" size="lg" onClick={() => onRetire(unit)}>
            Retire it
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
