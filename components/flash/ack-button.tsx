'use client';

import { Check } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TypingKey } from '@/components/ui/keys/typing-key';
import type { FlashLevel } from '@/lib/protocol/flash';
import { acknowledge } from './acknowledge';

export const ACK_KEY = 'a';

// An acknowledged message moves down and the next takes its place: the second click of a double click must not hit it.
const SETTLE_MS = 500;
let lastPressed = -SETTLE_MS;

interface AckButtonProps {
  readonly flashId: string;
  readonly level: FlashLevel;
  readonly title: string;
  /** Whether the acknowledge key acts on this one. */
  readonly hasKey: boolean;
}

/** Acknowledges a message. */
export function AckButton({ flashId, level, title, hasKey }: AckButtonProps) {
  const press = (at: number) => {
    if (at - lastPressed < SETTLE_MS) return;
    lastPressed = at;
    void acknowledge(flashId);
  };
  return (
    <Button
      size="sm"
      look={level === 'critical' ? 'inverse' : 'plain'}
      className="pointer-coarse:h-9"
      aria-label={`Acknowledge: ${title}`}
      aria-keyshortcuts={hasKey ? `${ACK_KEY} Alt+${ACK_KEY}` : undefined}
      onClick={(event) => press(event.timeStamp)}
    >
      <Check aria-hidden size={16} />
      Acknowledge
      {hasKey ? <TypingKey letter={ACK_KEY} /> : null}
    </Button>
  );
}
