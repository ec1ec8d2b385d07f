import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A dense table, 28 px a row. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return <table className={cn('w-full border-separate border-spacing-0 text-sm [&_tbody_tr:last-child_td]:border-b-0', className)} {...props} />;
}

/** A column heading; stays in sight while the rows scroll. */
export function Th({ className, scope = 'col', ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope={scope}
      className={cn('sticky top-0 z-10 h-7 border-b bg-surface-raised px-1.5 text-left sm:px-2 text-xs font-medium whitespace-nowrap text-text-muted first:pl-3 last:pr-3', className)}
      {...props}
    />
  );
}

/** A cell. Figures go right: `className="figures text-right"`. */
export function Td({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cn('h-7 border-b px-1.5 align-middle sm:px-2 first:pl-3 last:pr-3', className)} {...props} />;
}
