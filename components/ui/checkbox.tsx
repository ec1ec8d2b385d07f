import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A tick box; a native input, so forms and keyboards treat it as one. */
export function Checkbox({ className, ...props }: ComponentProps<'input'>) {
  return (
    <span className={cn('relative inline-grid size-4 shrink-0 place-items-center', className)}>
      <input
        type="checkbox"
        className="peer size-4 appearance-none rounded-sm border border-line-strong bg-field checked:border-accent checked:bg-accent disabled:opacity-55"
        {...props}
      />
      <Check aria-hidden size={12} strokeWidth={3.5} className="pointer-events-none invisible absolute text-on-accent peer-checked:visible" />
    </span>
  );
}
