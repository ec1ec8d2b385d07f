'use client';

import { EllipsisVertical, EyeOff } from 'lucide-react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { cardModeSchema, type Card, type CardMode } from '@/lib/protocol/cards';
import { spanWords } from '../measure-words';

interface CardMenuProps {
  readonly card: Card;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Whether it can keep itself current: that takes the permission to refresh. */
  readonly mayRefresh: boolean;
  readonly onMode: (mode: CardMode) => void;
}

/** What a card is in full, and how somebody wants it kept. */
export function CardMenu({ card: { info, mode }, open, onOpenChange, mayRefresh, onMode }: CardMenuProps) {
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger asChild>
        <Button size="iconSm" look="quiet" aria-label={`${info.title}: more`} aria-keyshortcuts="Enter">
          <EllipsisVertical aria-hidden size={16} />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-72">
        <div className="grid gap-1 px-2 py-1.5 text-xs text-text-muted">
          <p>{info.about}</p>
          <p>{watchedWords(info.watches, info.ttlMs)}</p>
          {info.keptMs === null ? null : <p>Computed anew by itself then, for everybody, at most every {spanWords(info.keptMs)}.</p>}
        </div>
        <DropdownMenuSeparator />
        {mayRefresh && info.keptMs === null ? (
          <>
            <DropdownMenuLabel>When it is outdated</DropdownMenuLabel>
            <DropdownMenuRadioGroup value={mode} onValueChange={(value) => onMode(cardModeSchema.catch('manual').parse(value))}>
              <DropdownMenuRadioItem value="manual">Say so, and wait for me</DropdownMenuRadioItem>
              <DropdownMenuRadioItem value="auto">Compute it anew by itself</DropdownMenuRadioItem>
            </DropdownMenuRadioGroup>
            <DropdownMenuSeparator />
          </>
        ) : null}
        <DropdownMenuItem onSelect={() => onMode('hidden')}>
          <EyeOff aria-hidden size={16} className="text-text-muted" />
          Hide this card
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function watchedWords(watches: readonly string[], ttlMs: number): string {
  const age = `after ${spanWords(ttlMs)}`;
  return watches.length === 0 ? `Outdated ${age}.` : `Outdated ${age}, or when one of these changes: ${watches.join(', ')}.`;
}
