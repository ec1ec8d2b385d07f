'use client';

import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/components/ui/panel';
import { Shape } from '@/components/ui/shape';
import type { Me } from '@/lib/protocol/answers';
import { presentQuery } from '@/lib/queries/rooms';

interface PresenceProps {
  readonly incidentId: string;
  readonly me: Me;
}

/** Who has this room open now. */
export function Presence({ incidentId, me }: PresenceProps) {
  const { data } = useQuery({ ...presentQuery(incidentId), enabled: false });
  const others = (data ?? []).filter(({ userId }) => userId !== me.id);
  return (
    <Panel title="Here now" note={others.length + 1} bodyClassName="px-3 py-2">
      <ul className="grid gap-1 text-sm">
        {[{ userId: me.id, name: `${me.name} (you)`, role: me.role }, ...others].map(({ userId, name, role }) => (
          <li key={userId} className="flex items-center gap-2">
            <Shape name="disc" size={8} className="text-ok" />
            <span className="min-w-0 truncate">{name}</span>
            <span className="ml-auto text-xs text-text-muted">{role}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
