import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import type { FlashStatus } from '@/lib/protocol/flash';

interface StatusLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
}

/** How the life of a message is told. What is over is calm. */
export const STATUS_LOOK: Readonly<Record<FlashStatus, StatusLook>> = {
  draft: { word: 'Draft', shape: 'ring', tone: 'calm' },
  scheduled: { word: 'Scheduled', shape: 'half', tone: 'info' },
  live: { word: 'Live', shape: 'disc', tone: 'accent' },
  expired: { word: 'Ended', shape: 'ring', tone: 'calm' },
  recalled: { word: 'Recalled', shape: 'diamond', tone: 'calm' },
  superseded: { word: 'Replaced', shape: 'diamond', tone: 'calm' },
  cancelled: { word: 'Cancelled', shape: 'diamond', tone: 'calm' },
};
