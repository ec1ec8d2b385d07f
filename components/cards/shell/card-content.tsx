'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { keepArrows } from './keep-arrows';

interface CardContentProps {
  /** Whose content it is, for readers. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What a card shows; scrolls inside itself where it is more than the card can hold. */
export function CardContent({ title, children }: CardContentProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isLonger, setIsLonger] = useState(false);
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => {
      setIsLonger(current.scrollHeight > current.clientHeight + 1);
      setIsWider(current.scrollWidth > current.clientWidth + 1);
    };
    const observer = new ResizeObserver(look);
    observer.observe(current);
    if (current.firstElementChild) observer.observe(current.firstElementChild);
    return () => observer.disconnect();
  }, [children]);
  return (
    // The keyboard reaches it only where there is something to scroll.
    <div
      ref={box}
      {...(isLonger || isWider ? { tabIndex: 0, role: 'group', 'aria-label': `${title}: all of it`, onKeyDown: keepArrows } : {})}
      className={cn(
        'min-h-0 flex-1 overflow-auto px-3 pt-2.5 pb-2 focus-visible:-outline-offset-2 [scrollbar-width:thin]',
        // That there is more shows at its lower edge; the last row can be scrolled clear of it.
        isLonger && 'pb-6 mask-[linear-gradient(to_bottom,black_calc(100%-20px),transparent)]',
      )}
    >
      {children}
    </div>
  );
}
