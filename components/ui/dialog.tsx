'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A deliberate question over the page. The board behind it goes on living. */
export function Dialog({ open, onOpenChange, title, description, className, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        {/* Under what must stay in sight and within reach: alarms do not wait for an answer. */}
        <Radix.Overlay className="fixed inset-0 z-20 bg-surface/70" />
        <Radix.Content
          onInteractOutside={(event) => {
            if (staysOpenFor(event.target)) event.preventDefault();
          }}
          className={cn(
            'floating fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-xl -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto p-4',
            className,
          )}
        >
          <div className="grid gap-1">
            <Radix.Title className="text-md font-semibold">{title}</Radix.Title>
            <Radix.Description className="text-sm text-text-muted">{description}</Radix.Description>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

// What lies over dialogs may be used without ending the question. A button that went with its own click was such a one.
function staysOpenFor(target: EventTarget | null): boolean {
  return target instanceof Element && (!target.isConnected || target.closest('[data-over-dialogs]') !== null);
}
