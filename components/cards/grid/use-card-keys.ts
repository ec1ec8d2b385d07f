'use client';

import type { RefObject } from 'react';
import { useKey } from '@/components/ui/keys/use-key';
import type { CardActs } from '../card-acts';

/** j, k and the arrows go from card to card; Enter opens the menu of one, r has it computed anew. */
export function useCardKeys(grid: RefObject<HTMLElement | null>, mayRefresh: boolean, acts: CardActs): void {
  useKey('j', 'Next card', () => moveFocus(grid.current, 1));
  useKey('k', 'Previous card', () => moveFocus(grid.current, -1));
  useKey('ArrowRight', 'Next card', () => moveFocus(grid.current, 1));
  useKey('ArrowLeft', 'Previous card', () => moveFocus(grid.current, -1));
  useKey('ArrowDown', 'The card below', () => moveDown(grid.current, 1));
  useKey('ArrowUp', 'The card above', () => moveDown(grid.current, -1));
  useKey(
    'r',
    'Refresh the card in focus',
    () => {
      const key = focusedCard(grid.current)?.dataset.card;
      if (key) void acts.refresh(key);
    },
    mayRefresh,
  );
}

/** Moves the keyboard to the next card, or the one before; to the first when it is on none. */
export function moveFocus(grid: HTMLElement | null, by: 1 | -1): void {
  const cards = allCards(grid);
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  focus(at < 0 ? cards[0] : cards[Math.min(cards.length - 1, Math.max(0, at + by))]);
}

function moveDown(grid: HTMLElement | null, by: 1 | -1): void {
  const from = focusedCard(grid);
  if (!from) return moveFocus(grid, 1);
  const here = from.getBoundingClientRect();
  const middle = (box: DOMRect) => (box.left + box.right) / 2;
  const beyond = allCards(grid)
    .map((card) => ({ card, box: card.getBoundingClientRect() }))
    .filter(({ box }) => (by === 1 ? box.top >= here.bottom : box.bottom <= here.top))
    .map(({ card, box }) => ({ card, rows: Math.abs(box.top - here.top), columns: Math.abs(middle(box) - middle(here)) }))
    .sort((a, b) => a.rows - b.rows || a.columns - b.columns);
  focus(beyond[0]?.card);
}

// As they stand: rows are filled with whatever fits.
function allCards(grid: HTMLElement | null): HTMLElement[] {
  const cards = [...(grid?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].map((card) => ({ card, box: card.getBoundingClientRect() }));
  return cards.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left).map(({ card }) => card);
}

function focusedCard(grid: HTMLElement | null): HTMLElement | undefined {
  return allCards(grid).find((card) => card.contains(document.activeElement));
}

function focus(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}
