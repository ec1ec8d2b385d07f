import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { CardInfo } from '@/lib/protocol/cards';

interface CardFrameProps extends Omit<ComponentProps<'article'>, 'title'> {
  readonly info: CardInfo;
  /** The line under the title: what it is, or why it is outdated. */
  readonly note: ReactNode;
  /** At the right of the title. */
  readonly actions?: ReactNode;
  /** The line at its foot. */
  readonly foot: ReactNode;
  /** What went wrong, under what it shows. */
  readonly trouble?: ReactNode;
}

/** The box of a card: title, note, what it shows, and its state at the foot. Fills its place. */
export function CardFrame({ info, note, actions, foot, trouble, className, children, ...props }: CardFrameProps) {
  const id = useId();
  return (
    <article
      data-card={info.key}
      aria-labelledby={id}
      className={cn('relative flex h-full min-w-0 scroll-mt-14 scroll-mb-2 flex-col rounded-md border bg-surface-raised focus-visible:outline-offset-1', className)}
      {...props}
    >
      <header className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 border-b pt-1 pr-1.5 pb-1.5 pl-3">
        <h2 id={id} title={info.title} className="truncate text-base font-semibold">
          {info.title}
        </h2>
        <span className="flex h-7 items-center gap-0.5">{actions}</span>
        <div className="col-span-2 flex h-5 min-w-0 items-center pr-1.5">{note}</div>
      </header>
      {children}
      {trouble}
      <footer className="flex h-7 shrink-0 items-center gap-2 px-3 pb-1 text-xs text-text-muted">{foot}</footer>
    </article>
  );
}
