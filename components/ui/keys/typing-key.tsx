'use client';

import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { useTyping } from './use-typing';

interface TypingKeyProps {
  readonly letter: string;
}

/** The key of a control that works from anywhere: the letter, or Alt and the letter while somebody types. As wide in either case. */
export function TypingKey({ letter }: TypingKeyProps) {
  const typing = useTyping();
  return (
    <span aria-hidden className="inline-grid justify-items-start [&>*]:col-start-1 [&>*]:row-start-1">
      <Kbd keys={letter} className={cn(typing && 'invisible')} />
      <Kbd keys={`Alt ${letter}`} className={cn(!typing && 'invisible')} />
    </span>
  );
}
