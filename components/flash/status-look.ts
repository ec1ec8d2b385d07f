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
  live: { word: 'Live', shape: 'play', tone: 'accent' },
  expired: { word: 'Ended', shape: 'ring', tone: 'calm' },
  recalled: { word: 'Recalled', shape: 'cross', tone: 'calm' },
  superseded: { word: 'Replaced', shape: 'cross', tone: 'calm' },
  cancelled: { word: 'Cancelled', shape: 'cross', tone: 'calm' },
};
