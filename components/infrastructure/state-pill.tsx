import { Age } from '@/components/ui/age';
import { cn } from '@/components/ui/cn';
import { Pill } from '@/components/ui/pill';
import type { Service } from '@/lib/protocol/infrastructure';
import { STATE_LOOK } from './state-look';

interface StatePillProps {
  readonly service: Pick<Service, 'state' | 'since'>;
  readonly className?: string;
}

/** A service's state and how long it has been in it. What is well has no tint: a board of many stays quiet. */
export function StatePill({ service: { state, since }, className }: StatePillProps) {
  const { word, shape, tone } = STATE_LOOK[state];
  return (
    <Pill tone={tone} shape={shape} className={cn(state === 'up' && 'border-line bg-transparent', className)}>
      {word}
      {since === null ? null : <Age since={since} className="font-normal" />}
    </Pill>
  );
}
