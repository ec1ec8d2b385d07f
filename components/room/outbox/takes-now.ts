import type { Incident } from '@/lib/protocol/incident';
import { roomTakes } from '@/lib/protocol/room';
import type { OutboxItem } from './outbox-item';

/** Whether a room takes what it refused. Not while this screen still learns the status that it was refused for. */
export function takesNow({ refusedVersion, entry }: Pick<OutboxItem, 'refusedVersion' | 'entry'>, { status, version }: Pick<Incident, 'status' | 'version'>): boolean {
  return typeof refusedVersion === 'number' && version > refusedVersion && roomTakes(status, entry.kind);
}
