import type { OnDown } from '@/lib/protocol/monitor';

/** What happens when a monitor goes down: "flash, incident P2". */
export function onDownWords({ flash, incident, priority }: OnDown): string {
  const acts = [...(flash ? ['flash'] : []), ...(incident ? [`incident ${priority}`] : [])];
  return acts.length > 0 ? acts.join(', ') : 'only shown';
}
