import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { Priority } from '@/lib/protocol/incident';
import { PRIORITY_LOOK } from './priority-look';

interface PriorityMarkProps {
  readonly priority: Priority;
  readonly className?: string;
}

/** A priority as shape and word. */
export function PriorityMark({ priority, className }: PriorityMarkProps) {
  const { shape, word, text } = PRIORITY_LOOK[priority];
  return (
    <span title={word} className={cn('figures inline-flex items-center gap-1.5 font-semibold', text, className)}>
      <Shape name={shape} />
      {priority}
    </span>
  );
}
