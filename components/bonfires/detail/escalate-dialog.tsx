'use client';

import { useState } from 'react';
import { PRIORITY_LOOK } from '@/components/incidents/priority-look';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { bonfirePlace, type Bonfire } from '@/lib/protocol/bonfire';
import { PRIORITIES, prioritySchema, type Priority } from '@/lib/protocol/incident';

interface EscalateDialogProps {
  readonly bonfire: Bonfire;
  readonly open: boolean;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onEscalate: (priority: Priority) => void;
  readonly onClose: () => void;
}

/** The deliberate step before a bonfire becomes an incident. */
export function EscalateDialog({ bonfire, open, busy, failure, onEscalate, onClose }: EscalateDialogProps) {
  const [priority, setPriority] = useState<Priority>('P2');
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => !stays && onClose()}
      title="Make this bonfire an incident?"
      description="A new fire incident is created for everybody and linked to this notice. This cannot be undone."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onEscalate(priority);
        }}
      >
        <p className="text-md break-words">
          <strong className="font-semibold">{bonfirePlace(bonfire)}</strong>
        </p>
        <Field label="Priority of the incident">
          {(wiring) => (
            <Select {...wiring} className="w-full" value={priority} onChange={({ target }) => setPriority(prioritySchema.catch(priority).parse(target.value))}>
              {PRIORITIES.map((choice) => (
                <option key={choice} value={choice}>
                  {choice} · {PRIORITY_LOOK[choice].word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {failure ? <Notice tone="warning">{failure}</Notice> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" size="lg" disabled={busy}>
            {busy ? 'Escalating' : 'Create the incident'}
          </Button>
          <Button size="lg" onClick={onClose}>
            Back
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
