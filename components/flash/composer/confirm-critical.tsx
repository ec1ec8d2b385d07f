'use client';

import { useState } from 'react';
import { audienceWords, peopleWords } from '@/components/flash/audience-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Reach } from './audience-count';
import type { ReadyFlash } from './draft';
import { HoldButton } from './hold-button';
import { Preview } from './preview';
import { useReach } from './use-reach';

const WORD = 'SEND';

interface ConfirmCriticalProps {
  /** What waits to be sent; null while nothing does. */
  readonly flash: ReadyFlash | null;
  readonly sender: string;
  readonly onConfirm: (flash: ReadyFlash) => void;
  readonly onCancel: () => void;
}

/** The deliberate step before a critical message: how it looks, whom it wakes, hold or type to send. */
export function ConfirmCritical({ flash, sender, onConfirm, onCancel }: ConfirmCriticalProps) {
  return (
    <Dialog
      open={flash !== null}
      onOpenChange={(open) => !open && onCancel()}
      title="Send this critical message?"
      description="It sounds on every screen it reaches until somebody there acknowledges it."
      className="max-w-2xl"
    >
      {flash ? <Question flash={flash} sender={sender} onConfirm={() => onConfirm(flash)} onCancel={onCancel} /> : null}
    </Dialog>
  );
}

/** "14 people: 9 online, 5 offline" */
function reachWords({ people, online }: Reach): string {
  if (online === null || people === 0) return peopleWords(people);
  return `${peopleWords(people)}: ${online} online, ${people - online} offline`;
}

interface QuestionProps {
  readonly flash: ReadyFlash;
  readonly sender: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Question({ flash, sender, onConfirm, onCancel }: QuestionProps) {
  const [typed, setTyped] = useState('');
  const reach = useReach(flash.audience, true);
  const ready = typed.trim().toUpperCase() === WORD;

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // React hands the event up to the composer's form, around the dialog's portal.
        event.stopPropagation();
        if (ready) onConfirm();
      }}
    >
      <Preview level={flash.level} title={flash.title} body={flash.body} sender={sender} requiresAck />
      <p className="text-md">
        Goes to {audienceWords(flash.audience)}, <strong className="font-semibold">{reach === null ? 'an unknown number of people' : reachWords(reach)}</strong>.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={`Type ${WORD}, then press Enter`} className="min-w-44 flex-1">
          {(wiring) => (
            <Input {...wiring} autoFocus autoComplete="off" autoCapitalize="characters" spellCheck={false} className="h-10" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        {ready ? (
          <Button type="submit" look="critical" size="lg">
            Send now
          </Button>
        ) : (
          <HoldButton onHeld={onConfirm}>
            or hold to send
          </HoldButton>
        )}
        <Button size="lg" onClick={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
