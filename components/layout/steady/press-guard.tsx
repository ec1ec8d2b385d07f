'use client';

import { useEffect, useState } from 'react';
import { createAim } from './aim';
import { watchMovedNodes } from './moved-nodes';
import { pressableAt, pressableOf } from './pressable';

const HINT_MS = 1_500;
/** Scrolling moves the page under the pointer on purpose, and for a moment longer. */
const SCROLL_MS = 250;
const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open'] };
const REST_OF_PRESS = ['mousedown', 'pointerup', 'mouseup', 'click'] as const;

declare global {
  interface Window {
    /** `off`: a machine is at the screen (a test, a recording), which presses sooner than a hand can aim. */
    watchroomPressGuard?: 'off';
  }
}

interface Hint {
  readonly x: number;
  readonly y: number;
}

/**
 * Ignores a press on what came under the pointer, or moved, less than 400 ms ago: the hand meant what was there before.
 * Says so beside the pointer. One for the whole page; nothing else needs to think of it.
 */
export function PressGuard() {
  const [hint, setHint] = useState<Hint | null>(null);

  useEffect(() => (window.watchroomPressGuard === 'off' ? undefined : guardPresses((x, y) => setHint({ x, y }))), []);
  useEffect(() => {
    if (hint === null) return;
    const timer = setTimeout(() => setHint(null), HINT_MS);
    return () => clearTimeout(timer);
  }, [hint]);

  if (hint === null) return null;
  return (
    <p
      role="status"
      style={{ left: Math.max(8, Math.min(hint.x - 90, window.innerWidth - 248)), top: hint.y > 48 ? hint.y - 44 : hint.y + 20 }}
      className="floating pointer-events-none fixed z-60 px-2.5 py-1 text-sm font-medium"
    >
      That moved just now. Press again.
    </p>
  );
}

function guardPresses(onIgnored: (x: number, y: number) => void): () => void {
  const leaving = new AbortController();
  const aim = createAim<Element>();
  const moved = watchMovedNodes();
  let pointer: { readonly x: number; readonly y: number } | null = null;
  let scrolledAt = -Infinity;
  let drawing = 0;
  let ignoring = false;

  const look = (at: number) => {
    if (!pointer) return;
    const over = pressableAt(pointer.x, pointer.y);
    if (at - scrolledAt < SCROLL_MS) aim.look(over, -Infinity);
    else aim.look(over, at);
  };
  const changes = new MutationObserver(() => {
    if (drawing === 0) {
      drawing = requestAnimationFrame((at) => {
        drawing = 0;
        look(at);
      });
    }
  });
  changes.observe(document.body, WATCHED);

  const listen = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listener, { capture: true, signal: leaving.signal });
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    pointer = { x: event.clientX, y: event.clientY };
    aim.moveTo(event.clientX, event.clientY, pressableOf(event.target instanceof Element ? event.target : null));
  };
  listen('pointermove', onPointerMove);
  listen('wheel', () => {
    scrolledAt = performance.now();
  });
  listen('pointerdown', (event) => {
    const now = performance.now();
    const over = pressableOf(event.target instanceof Element ? event.target : null);
    onPointerMove(event);
    if (event.pointerType !== 'touch') look(now);
    ignoring = over !== null && event.isPrimary && ((event.pointerType !== 'touch' && aim.isFresh(now)) || moved.includes(over, now));
    if (!ignoring) return;
    swallow(event);
    onIgnored(event.clientX, event.clientY);
  });
  for (const type of REST_OF_PRESS) {
    listen(type, (event) => {
      // Enter on a button makes a click as well: the keyboard aims by focus, which moves along.
      if (!ignoring || (event instanceof PointerEvent && event.pointerId < 0)) return;
      swallow(event);
      if (type === 'click') ignoring = false;
    });
  }

  return () => {
    leaving.abort();
    changes.disconnect();
    moved.stop();
    cancelAnimationFrame(drawing);
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
