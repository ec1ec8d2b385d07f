'use client';

import { Eye } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Card } from '@/lib/protocol/cards';

interface HiddenCardsProps {
  readonly cards: readonly Card[];
  readonly onShow: (key: string) => void;
}

/** The cards that somebody does not want to see, folded, to bring back. */
export function HiddenCards({ cards, onShow }: HiddenCardsProps) {
  if (cards.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit rounded-sm px-1 py-1 text-text-muted hover:text-text">
        {cards.length} hidden {cards.length === 1 ? 'card' : 'cards'}
      </summary>
      <ul className="mt-1 grid gap-1">
        {cards.map(({ info }) => (
          <li key={info.key} className="flex min-w-0 items-center gap-3 rounded-md border px-3 py-1">
            <span className="shrink-0 font-medium">{info.title}</span>
            <span title={info.about} className="min-w-0 flex-1 truncate text-xs text-text-muted">
              {info.about}
            </span>
            <Button size="sm" look="quiet" onClick={() => onShow(info.key)} aria-label={`Show ${info.title}`}>
              <Eye aria-hidden size={16} />
              Show
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
