import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { fieldFrame } from './input';

/** A choice of one from few. The browser's own list: it works with every keyboard, reader and phone. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select className={cn(fieldFrame, 'h-8 appearance-none pr-8 pointer-coarse:h-10 pointer-coarse:text-md')} {...props} />
      <ChevronDown aria-hidden size={16} className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-text-muted" />
    </span>
  );
}
