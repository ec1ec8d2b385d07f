import { FLASH_LEVELS } from '@/lib/protocol/flash';
import { PRIORITIES, type Priority } from '@/lib/protocol/incident';
import type { SoundKind } from './sound-patterns';

/** What can sound, in groups, as the tray shows it. */
export const SOUND_GROUPS: readonly { readonly label: string; readonly kinds: readonly SoundKind[] }[] = [
  { label: 'Messages', kinds: FLASH_LEVELS },
  { label: 'New incidents, services', kinds: [...PRIORITIES, 'down'] },
];

/** Whether a sound is that of an incident. */
export function isPriority(kind: SoundKind): kind is Priority {
  return PRIORITIES.some((priority) => priority === kind);
}
