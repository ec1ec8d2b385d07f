import type { BonfireAction } from '@/lib/protocol/bonfire';

interface ActionWords {
  readonly label: string;
  readonly key: string;
}

/** What each action is called and the key that does it. */
export const ACTION_WORDS: Readonly<Record<BonfireAction, ActionWords>> = {
  activate: { label: 'Mark as burning', key: 'b' },
  report_extinguished: { label: 'Mark as out', key: 'o' },
  close: { label: 'Close notice', key: 'c' },
  cancel: { label: 'Cancel notice', key: 'x' },
  reject: { label: 'Reject', key: 'r' },
  escalate: { label: 'Escalate', key: 'e' },
  mark_overdue: { label: 'Mark as overdue', key: 'm' },
};
