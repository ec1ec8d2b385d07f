'use client';

import { Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { CardInfo } from '@/lib/protocol/cards';

/** How long a card's place waits for a change of mind, milliseconds. */
const UNDO_MS = 5_000;

interface PutAwayProps {
  readonly info: CardInfo;
  readonly onUndo: () => void;
  /** The time is over: the place may be given away. `hadFocus`: the keyboard was here. */
  readonly onGone: (hadFocus: boolean) => void;
}

/** The place of a card that was just hidden: for five seconds nothing else moves there, and it can be brought back. */
export function PutAway({ info, onUndo, onGone }: PutAwayProps) {
  const place = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const end = useEffectEvent(() => onGone(place.current?.contains(document.activeElement) ?? false));
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => end(), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <article ref={place} data-card={info.key} tabIndex={-1} aria-label={`${info.title}, hidden`} className="grid h-full scroll-mt-14 place-content-center justify-items-center gap-2 rounded-md border border-dashed p-3 text-center text-sm text-text-muted">
      <p role="status">“{info.title}” is hidden. You find it at the end of the page.</p>
      <Button ref={button} size="sm" onClick={onUndo}>
        <Undo2 aria-hidden size={16} />
        Undo
      </Button>
    </article>
  );
}
