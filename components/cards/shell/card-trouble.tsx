'use client';

import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Shape } from '@/components/ui/shape';

interface CardTroubleProps {
  readonly message: string;
  /** What the button says and does. */
  readonly action: { readonly label: string; readonly run: () => void };
}

/** What went wrong with a card, under the last good value. */
export function CardTrouble({ message, action }: CardTroubleProps) {
  return (
    <div role="status" className="mx-2 mb-1 flex shrink-0 items-center gap-2 rounded-md border border-warning/45 bg-warning/8 py-1 pr-1 pl-2 text-xs">
      <Shape name="triangle" size={10} className="text-warning" />
      <span title={message} className="line-clamp-3 min-w-0 flex-1">
        {message}
      </span>
      <Button size="sm" look="quiet" onClick={action.run} className="h-6 px-1.5 text-xs text-text">
        <RotateCw aria-hidden size={12} />
        {action.label}
      </Button>
    </div>
  );
}
