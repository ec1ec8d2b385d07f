import { cn } from '@/components/ui/cn';
import type { Priority } from '@/lib/protocol/incident';
import { PRIORITY_LOOK } from './priority-look';

interface PriorityMarkProps {
  readonly priority: Priority;
  readonly className?: string;
}

/** A priority as a block with its figure. */
export function PriorityMark({ priority, className }: PriorityMarkProps) {
  const { word, block } = PRIORITY_LOOK[priority];
  return (
    <span title={word} className={cn('figures inline-grid h-4.5 w-6.5 shrink-0 place-items-center rounded-sm border text-xs leading-none font-semibold', block, className)}>
      {priority}
    </span>
  );
}
