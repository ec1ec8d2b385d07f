import { Command } from 'cmdk';
import { Kbd } from '@/components/ui/kbd';
import type { Hit, Plan } from './plan';

const item = 'flex min-h-9 cursor-pointer items-center gap-3 px-3 py-1 data-[selected=true]:bg-accent/15 pointer-coarse:min-h-11';

interface PlanItemProps {
  readonly plan: Extract<Plan, { kind: 'unit' | 'create' | 'reload' }>;
  readonly onRun: () => void;
}

/** What Enter will do. */
export function PlanItem({ plan, onRun }: PlanItemProps) {
  const caution = plan.kind === 'unit' ? plan.caution : null;
  return (
    <Command.Item value="plan" onSelect={onRun} className={item}>
      <span className="min-w-0 flex-1 break-words">
        <span className="font-medium">{plan.words}</span>
        {caution ? <span className="text-warning"> · {caution}</span> : null}
      </span>
      <Kbd keys="Enter" />
    </Command.Item>
  );
}

interface HitItemProps {
  readonly hit: Hit;
  readonly onGo: () => void;
}

/** Something to go to. */
export function HitItem({ hit, onGo }: HitItemProps) {
  return (
    <Command.Item value={hit.key} onSelect={onGo} className={item}>
      <span className="w-16 shrink-0 text-xs text-text-muted">{hit.kind}</span>
      <span className="figures shrink-0 font-medium">{hit.label}</span>
      <span title={hit.detail} className="min-w-0 truncate text-text-muted">
        {hit.detail}
      </span>
    </Command.Item>
  );
}
