import type { ComponentProps } from 'react';
import { cn } from './cn';

/** The frame every text field shares. */
export const fieldFrame =
  'w-full rounded-md border border-line-strong bg-field px-2.5 text-base text-text hover:not-disabled:border-text-muted focus-visible:outline-offset-0 disabled:opacity-55 aria-invalid:border-critical';

/** One line of text. 16 px on touch screens, where a smaller field makes the page zoom in. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(fieldFrame, 'h-8 pointer-coarse:h-10 pointer-coarse:text-md', className)} {...props} />;
}
