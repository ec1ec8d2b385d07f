import { Activity, Pause, Pencil, Play, Trash2, type LucideIcon } from 'lucide-react';
import { SteadyButton } from '@/components/ui/steady-button';
import type { Monitor } from '@/lib/protocol/monitor';
import { MONITOR_KEYS } from './use-list-keys';

interface RowButtonsProps {
  readonly monitor: Monitor;
  readonly busy: boolean;
  readonly onAct: (act: keyof typeof MONITOR_KEYS, monitor: Monitor) => void;
}

/** What can be done to a monitor, as small buttons; each says its key. */
export function RowButtons({ monitor, busy, onAct }: RowButtonsProps) {
  const paused = monitor.pausedAt !== null;
  const button = (act: keyof typeof MONITOR_KEYS, word: string, Icon: LucideIcon) => (
    <SteadyButton
      size="iconSm"
      look="quiet"
      ready={!busy}
      aria-label={`${word} ${monitor.name}`}
      aria-keyshortcuts={MONITOR_KEYS[act]}
      title={`${word} (${MONITOR_KEYS[act].length === 1 ? MONITOR_KEYS[act].toUpperCase() : MONITOR_KEYS[act]})`}
      onPress={() => onAct(act, monitor)}
    >
      <Icon aria-hidden size={16} />
    </SteadyButton>
  );
  return (
    <span className="flex pointer-coarse:[&>button]:size-9">
      {button('test', 'Test', Activity)}
      {button('pause', paused ? 'Resume' : 'Pause', paused ? Play : Pause)}
      {button('edit', 'Edit', Pencil)}
      {button('remove', 'Delete', Trash2)}
    </span>
  );
}
