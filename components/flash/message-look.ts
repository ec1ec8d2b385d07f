import type { FlashLevel } from '@/lib/protocol/flash';
import { LEVEL_LOOK } from './levels';
import type { LiveState } from './live-entries';

interface MessageLook {
  /** The whole row. */
  readonly row: string;
  /** The block with shape and word. */
  readonly mark: string;
  /** The level's word where it stands among the text. */
  readonly word: string;
  /** What is beside the title: body, sender, age. */
  readonly quiet: string;
  readonly pulses: boolean;
  /** The layer that comes and goes while it pulses. */
  readonly pulse: string;
}

const ALERTING: Readonly<Record<FlashLevel, Pick<MessageLook, 'row' | 'mark' | 'word' | 'quiet'>>> = {
  critical: { row: 'bg-critical-fill text-on-critical', mark: '', word: '', quiet: 'text-on-critical' },
  warning: { row: 'bg-warning/10', mark: 'bg-warning text-surface', word: 'text-warning', quiet: 'text-text-muted' },
  info: { row: 'bg-info/8', mark: 'bg-info text-surface', word: 'text-info', quiet: 'text-text-muted' },
  ok: { row: 'bg-ok/8', mark: 'bg-ok text-surface', word: 'text-ok', quiet: 'text-text-muted' },
};

const QUIET_MARKS: Readonly<Record<FlashLevel, string>> = {
  critical: 'text-critical shadow-[inset_3px_0_0_var(--critical)]',
  warning: 'text-warning shadow-[inset_3px_0_0_var(--warning)]',
  info: 'text-info shadow-[inset_3px_0_0_var(--info)]',
  ok: 'text-ok shadow-[inset_3px_0_0_var(--ok)]',
};

/** How loud a message looks: solid while it waits for somebody, an edge of colour when it does not, grey when it is over. */
export function messageLook(level: FlashLevel, state: LiveState): MessageLook {
  const pulses = level === 'critical' && state === 'alerting';
  const base = { pulses, pulse: 'bg-critical-fill brightness-[0.62]' };
  if (state === 'alerting') return { ...base, ...ALERTING[level] };
  if (state === 'outdated' || state === 'withdrawn') {
    const mark = 'text-text-muted shadow-[inset_3px_0_0_var(--line-strong)]';
    return { ...base, row: 'bg-surface text-text-muted', mark, word: '', quiet: 'text-text-muted' };
  }
  return { ...base, row: 'bg-surface-raised', mark: QUIET_MARKS[level], word: LEVEL_LOOK[level].text, quiet: 'text-text-muted' };
}
