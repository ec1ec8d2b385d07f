'use client';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useKey } from '@/components/ui/keys/use-key';
import { useBackWords } from '@/components/ui/use-back-words';
import type { Me } from '@/lib/protocol/answers';
import type { Incident } from '@/lib/protocol/incident';
import { useIncidentWrite } from './use-incident-write';

const KEYS = 's h';

interface TakeOverProps {
  readonly incident: Incident;
  readonly me: Me;
}

/** Makes the person at this screen the owner of an incident that is nobody's, or somebody else's. */
export function TakeOver({ incident, me }: TakeOverProps) {
  const write = useIncidentWrite(incident.id, () => undefined);
  const { version, owner } = incident;
  const refusal = useBackWords(write.error?.message ?? null);
  const take = () => write.isPending || write.mutate({ patch: { version, ownerId: me.id } });
  const word = owner ? 'Take over' : 'Take it';
  useKey(KEYS, `${word}: become the owner`, take);
  return (
    <>
      <Button size="sm" look="quiet" className="-my-1 ml-1" disabled={write.isPending} aria-keyshortcuts={KEYS} onClick={take}>
        {word}
        <Kbd keys={KEYS} />
      </Button>
      {refusal ? <span role="alert" className="ml-1 text-warning">{refusal}</span> : null}
    </>
  );
}
