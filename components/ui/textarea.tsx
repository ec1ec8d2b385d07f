import type { ComponentProps } from 'react';
import { cn } from './cn';
import { fieldFrame } from './input';

/** Several lines of text; can be pulled taller, never wider. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(fieldFrame, 'min-h-20 resize-y py-1.5 pointer-coarse:text-md', className)} {...props} />;
}
