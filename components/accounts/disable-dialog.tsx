'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Account } from '@/lib/protocol/answers';

interface DisableDialogProps {
  /** Which is to be closed; null while none is. */
  readonly account: Account | null;
  readonly onDisable: (account: Account) => void;
  readonly onClose: () => void;
}

/** The deliberate step before somebody is signed out and kept out. */
export function DisableDialog({ account, onDisable, onClose }: DisableDialogProps) {
  return (
    <Dialog
      open={account !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Disable ${account?.name ?? 'the account'}?`}
      description="It is signed out everywhere within a second and cannot sign in until it is enabled again. What it did stays on record."
    >
      {account ? (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" size="lg" onClick={() => onDisable(account)}>
            Disable it
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
