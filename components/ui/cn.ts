import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// The merge must know our size `md`, or it takes `text-md` for a colour and drops the other one.
const merge = extendTailwindMerge({ extend: { theme: { text: ['md'] } } });

/** Joins class names; of two that set the same property the later one wins. */
export function cn(...names: ClassValue[]): string {
  return merge(clsx(names));
}
