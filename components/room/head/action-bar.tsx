'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { useBackWords } from '@/components/ui/use-back-words';
import { causeOf, isPast } from '@/components/units/refusal-cause';
import { actionsFrom, INCIDENT_TRANSITIONS, type Incident, type IncidentAction } from '@/lib/protocol/incident';
import { can, type Role } from '@/lib/protocol/permissions';
import { ACTION_LOOK } from './actions';
import { ActionForm } from './action-form';
import { useIncidentWrite } from './use-incident-write';

interface ActionBarProps {
  readonly incident: Incident;
  readonly role: Role;
}

/** The steps that are possible now. One that asks for more opens its form in place. */
export function ActionBar({ incident, role }: ActionBarProps) {
  const [asked, setAsked] = useState<IncidentAction | null>(null);
  const write = useIncidentWrite(incident.id, () => setAsked(null));
  const refusal = useBackWords(write.error && !isPast(causeOf(write.error), [incident]) ? write.error.message : null);
  const actions = actionsFrom(incident.status).filter((action) => can(role, INCIDENT_TRANSITIONS[action].permission));

  const choose = (action: IncidentAction) => {
    if (write.isPending) return;
    write.reset();
    if (INCIDENT_TRANSITIONS[action].needs.length > 0) return setAsked(asked === action ? null : action);
    setAsked(null);
    write.mutate({ transition: { action, version: incident.version } });
  };

  // A form whose step is no longer possible stays with what was typed; the server says what is possible.
  return (
    <div className="grid gap-2">
      <div role="group" aria-label="Status" className="flex min-h-7 flex-wrap items-center gap-1.5">
        {actions.map((action, index) => (
          <ActionButton key={action} action={action} first={index === 0} open={asked === action} busy={write.isPending} onChoose={choose} />
        ))}
      </div>
      {asked ? <ActionForm key={asked} action={asked} incident={incident} write={write} onClose={() => setAsked(null)} /> : null}
      {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
    </div>
  );
}

interface ActionButtonProps {
  readonly action: IncidentAction;
  readonly first: boolean;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onChoose: (action: IncidentAction) => void;
}

function ActionButton({ action, first, open, busy, onChoose }: ActionButtonProps) {
  const { word, keys } = ACTION_LOOK[action];
  const asks = INCIDENT_TRANSITIONS[action].needs.length > 0;
  useKey(keys, word, () => onChoose(action));
  return (
    <Button size="sm" look={first && !asks ? 'primary' : 'plain'} disabled={busy} aria-expanded={asks ? open : undefined} aria-keyshortcuts={keys} onClick={() => onChoose(action)}>
      {word}
      <Kbd keys={keys} />
    </Button>
  );
}
