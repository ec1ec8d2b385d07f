'use client';

import type { ComponentProps, MouseEvent } from 'react';

interface RowLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onSelect'> {
  readonly bonfireId: string;
  readonly selected: boolean;
  readonly onSelect: (bonfireId: string) => void;
}

/** Opens a notice beside the list; a real link, so that it can be opened elsewhere and reached by key. */
export function RowLink({ bonfireId, selected, onSelect, ...props }: RowLinkProps) {
  return (
    <a
      href={`?bonfire=${encodeURIComponent(bonfireId)}`}
      data-bonfire-row={bonfireId}
      aria-current={selected ? 'true' : undefined}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onSelect(bonfireId);
      }}
      {...props}
    />
  );
}

/** Whether a click asks for a new tab or window. */
export function opensElsewhere(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}
