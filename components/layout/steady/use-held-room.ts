'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, type RefObject } from 'react';
import { holdRoom, type HeldRoom, type RoomParts } from './hold-room';
import { pressableAt } from './pressable';

/** A hand that has not stirred for so long is not at the page. */
const REST_MS = 20_000;
const LOOK_EVERY_MS = 1_000;
const STIRS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Keeps the page in place under the message bar. Room is given and taken when nobody can press amiss: on another page,
 * in a hidden tab, or when hand and keyboard have rested for long and nothing that can be pressed lies under the pointer.
 */
export function useHeldRoom(parts: Readonly<{ [K in keyof RoomParts]: RefObject<HTMLElement | null> }>): void {
  const room = useRef<HeldRoom | null>(null);
  const pathname = usePathname();
  const { stand, bar, pane, spacer, filler } = parts;

  useEffect(() => {
    if (!stand.current || !bar.current || !pane.current || !spacer.current || !filler.current) return;
    const held = holdRoom({ stand: stand.current, bar: bar.current, pane: pane.current, spacer: spacer.current, filler: filler.current });
    room.current = held;
    const stopWatching = watchRest(held);
    return () => {
      stopWatching();
      held.release();
    };
  }, [stand, bar, pane, spacer, filler]);

  useEffect(() => room.current?.settle(), [pathname]);
}

function watchRest(room: HeldRoom): () => void {
  const leaving = new AbortController();
  let stirredAt = Date.now();
  let pointer: { readonly x: number; readonly y: number } | null = null;
  const onStir = (event: Event) => {
    stirredAt = Date.now();
    if (event instanceof PointerEvent) pointer = event.pointerType === 'touch' ? null : { x: event.clientX, y: event.clientY };
  };
  for (const type of STIRS) document.addEventListener(type, onStir, { capture: true, passive: true, signal: leaving.signal });
  document.documentElement.addEventListener('pointerleave', () => (pointer = null), { signal: leaving.signal });
  const settle = () => {
    if (room.isSettled()) return;
    const rests = Date.now() - stirredAt >= REST_MS && (pointer === null || pressableAt(pointer.x, pointer.y) === null);
    if (rests || document.visibilityState === 'hidden') room.settle();
  };
  const timer = setInterval(settle, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', settle, { signal: leaving.signal });
  return () => {
    leaving.abort();
    clearInterval(timer);
  };
}
