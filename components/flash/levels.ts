import type { PillTone } from '@/components/ui/pill';
import type { ShapeName } from '@/components/ui/shape';
import { FLASH_LEVELS, type FlashLevel } from '@/lib/protocol/flash';

/** How a level is told: by word, shape and colour together. */
export interface LevelLook {
  readonly word: string;
  readonly shape: ShapeName;
  readonly tone: PillTone;
  /** Text in the level's colour. */
  readonly text: string;
  /** When to use it, for the composer. */
  readonly use: string;
}

export const LEVEL_LOOK: Readonly<Record<FlashLevel, LevelLook>> = {
  critical: { word: 'Critical', shape: 'square', tone: 'critical', text: 'text-critical', use: 'Act now. Alarm sound.' },
  warning: { word: 'Warning', shape: 'triangle', tone: 'warning', text: 'text-warning', use: 'Act soon, or be ready to.' },
  info: { word: 'Info', shape: 'diamond', tone: 'info', text: 'text-info', use: 'Good to know on this shift.' },
  ok: { word: 'OK', shape: 'disc', tone: 'ok', text: 'text-ok', use: 'All clear, back to normal.' },
};

/** 0 for the loudest level. */
export function levelRank(level: FlashLevel): number {
  return FLASH_LEVELS.indexOf(level);
}
