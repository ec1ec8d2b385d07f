'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

/** A menu under its trigger. Not modal: an alarm that comes meanwhile stays within reach. */
export function DropdownMenu(props: Pick<ComponentProps<typeof Radix.Root>, 'children' | 'open' | 'onOpenChange'>) {
  return <Radix.Root modal={false} {...props} />;
}

const item =
  'relative flex h-8 select-none items-center gap-2 rounded-sm px-2 text-sm outline-none pointer-coarse:h-10 data-disabled:opacity-55 data-highlighted:bg-accent/15 data-highlighted:text-text';

/** The list of a menu. In place rather than in a portal, so that it stays inside its landmark. */
export function DropdownMenuContent({ className, align = 'end', sideOffset = 6, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content align={align} sideOffset={sideOffset} collisionPadding={8} className={cn('floating z-50 min-w-56 p-1', className)} {...props} />;
}

/** One action of a menu. */
export function DropdownMenuItem({ className, ...props }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item className={cn(item, className)} {...props} />;
}

/** One of several choices, ticked when chosen. */
export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(item, 'pr-8', className)} {...props}>
      {children}
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden size={16} />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

/** A heading inside a menu. */
export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('px-2 pt-2 pb-1 text-xs font-medium text-text-muted', className)} {...props} />;
}

/** A line between groups. */
export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Radix.Separator>) {
  return <Radix.Separator className={cn('my-1 h-px bg-line', className)} {...props} />;
}
