import { Age } from '@/components/ui/age';
import { Pill } from '@/components/ui/pill';
import type { Bonfire } from '@/lib/protocol/bonfire';
import { BONFIRE_LOOK } from './status-look';

interface StatePillProps {
  readonly bonfire: Pick<Bonfire, 'status' | 'statusSince' | 'held'>;
}

/** A notice's state and how long it has been in it. What is over has stopped counting. */
export function StatePill({ bonfire: { status, statusSince, held } }: StatePillProps) {
  if (held) {
    return (
      <Pill shape="triangle" tone="warning">
        Waits for a look
        <Age since={statusSince} className="font-normal" />
      </Pill>
    );
  }
  const { word, shape, tone, over } = BONFIRE_LOOK[status];
  return (
    <Pill shape={shape} tone={tone}>
      {word}
      {over ? null : <Age since={statusSince} className="font-normal" />}
    </Pill>
  );
}
