'use client';

import { useState } from 'react';
import { useGo } from '@/components/offline/go';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { Notice } from '@/components/ui/notice';
import { BONFIRE_TRANSITIONS, bonfireActionsFrom, type Bonfire, type BonfireAction } from '@/lib/protocol/bonfire';
import { can, type Role } from '@/lib/protocol/permissions';
import { ACTION_WORDS } from './action-words';
import { EscalateDialog } from './escalate-dialog';
import { RejectForm } from './reject-form';
import { useMoveBonfire, type Move } from './use-move-bonfire';

interface ActionsProps {
  readonly bonfire: Bonfire;
  readonly role: Role;
}

/** What this person can do to the notice now. */
export function Actions({ bonfire, role }: ActionsProps) {
  const go = useGo();
  const [asking, setAsking] = useState<'reject' | 'escalate' | null>(null);
  const moving = useMoveBonfire(bonfire);
  const possible = bonfireActionsFrom(bonfire.status).filter((action) => {
    const { permission } = BONFIRE_TRANSITIONS[action];
    return permission !== null && can(role, permission);
  });
  // A question about what is no longer possible has gone with it.
  const asked = asking && possible.includes(asking) ? asking : null;
  const failure = moving.isError ? moving.error.message : null;

  const move = (wanted: Move) =>
    moving.mutate(wanted, {
      onSuccess: ({ incident }) => {
        setAsking(null);
        if (incident) go(`/incidents/${encodeURIComponent(incident.id)}`);
      },
    });
  const act = (action: BonfireAction) => {
    if (moving.isPending) return;
    if (action === 'reject' || action === 'escalate') {
      moving.reset();
      setAsking(action);
    } else move({ action });
  };

  if (possible.length === 0 && !failure) return null;
  return (
    <div className="grid gap-2">
      {possible.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {possible.map((action) => (
            <ActionButton key={action} action={action} busy={moving.isPending} onAct={() => act(action)} />
          ))}
        </div>
      ) : null}
      {asked === 'reject' ? <RejectForm busy={moving.isPending} onReject={(reason) => move({ action: 'reject', reason })} onBack={() => setAsking(null)} /> : null}
      {failure && asked !== 'escalate' ? <Notice tone="warning">{failure}</Notice> : null}
      <EscalateDialog
        bonfire={bonfire}
        open={asked === 'escalate'}
        busy={moving.isPending}
        failure={failure}
        onEscalate={(priority) => move({ action: 'escalate', priority })}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

interface ActionButtonProps {
  readonly action: BonfireAction;
  readonly busy: boolean;
  readonly onAct: () => void;
}

function ActionButton({ action, busy, onAct }: ActionButtonProps) {
  const { label, key } = ACTION_WORDS[action];
  useKey(key, `${label}: the chosen bonfire`, onAct);
  return (
    <Button disabled={busy} aria-keyshortcuts={key} onClick={onAct}>
      {label} <Kbd keys={key} />
    </Button>
  );
}
