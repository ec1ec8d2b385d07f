'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;

/** What hangs under a control until one clicks elsewhere or presses Esc. Needs an `aria-label`. */
export function PopoverContent({ className, align = 'end', sideOffset = 6, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          'floating z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-16px)] overflow-y-auto p-3 text-sm outline-none',
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  );
}
