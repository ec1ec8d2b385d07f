import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode, type Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import type { FlashLevel } from '@/lib/protocol/flash';
import { LEVEL_LOOK } from './levels';
import type { LiveState } from './live-entries';
import { messageLook } from './message-look';

interface FlashMessageProps {
  readonly level: FlashLevel;
  readonly state: LiveState;
  readonly title: string;
  readonly body: string;
  readonly sender: string;
  readonly age: ReactNode;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  /** Until when it wants to be acknowledged. */
  readonly due?: ReactNode;
  /** Buttons at the right end. */
  readonly actions?: ReactNode;
  /** Under the opened message: whom it went to, until when. */
  readonly details?: ReactNode;
  /** Trouble with this message, always in sight. */
  readonly trouble?: ReactNode;
  /** Stands behind the last word: in sight when the text was there to be read. */
  readonly end?: Ref<HTMLSpanElement>;
  readonly className?: string;
}

/**
 * One message as it stands in the bar, 44 px while closed. While it waits for an acknowledgement its title is whole and its text
 * has up to three lines; what is longer is opened. The composer's preview is this very component.
 */
export function FlashMessage(props: FlashMessageProps) {
  const { level, state, title, body, sender, age, due, expanded, onToggle, actions, details, trouble, end, className } = props;
  const detailsId = useId();
  const { word, shape } = LEVEL_LOOK[level];
  const look = messageLook(level, state);
  const stateWord = STATE_WORDS[state];
  const whole = state === 'alerting' && !expanded;
  const mark = <span ref={end} aria-hidden className="inline-block h-[1em] w-px" />;

  return (
    <article data-level={level} data-state={state} className={cn('@container relative isolate border-b', look.row, className)}>
      {look.pulses ? <span aria-hidden className={cn('absolute inset-0 -z-10 animate-alarm', look.pulse)} /> : null}
      <div className={cn('flex min-h-11 items-stretch', state === 'alerting' && '@max-[640px]:flex-wrap')}>
        <span className={cn('flex w-10 shrink-0 items-center justify-center gap-2 text-sm font-semibold @min-[880px]:w-28 @min-[880px]:justify-start @min-[880px]:pl-3', look.mark)}>
          <Shape name={shape} size={12} />
          <span className="@max-[880px]:hidden">{word}</span>
        </span>

        <button
          type="button"
          aria-expanded={expanded}
          aria-controls={detailsId}
          onClick={onToggle}
          className={cn('flex min-w-0 flex-1 items-center gap-2 px-2 py-1 text-left focus-visible:-outline-offset-2 @min-[880px]:px-3', state === 'alerting' && '@max-[640px]:basis-[calc(100%-3rem)]')}
        >
          <span className="flex min-w-0 flex-1 flex-col @min-[880px]:flex-row @min-[880px]:items-center @min-[880px]:gap-4">
            <span className={cn('order-2 min-w-0 flex-1 @min-[880px]:order-1', expanded || whole ? 'break-words' : 'truncate', whole && 'py-1', state === 'withdrawn' && 'line-through')}>
              <span className="font-semibold">{title}</span>
              {body && !expanded && !whole ? <span className={cn('ml-2', look.quiet)}>{body}</span> : null}
              {body && whole ? <span className={cn('line-clamp-3', look.quiet)}>{body}{mark}</span> : null}
              {(body && expanded) || (body && whole) ? null : mark}
            </span>
            <span className={cn('order-1 flex min-w-0 items-center gap-x-2 text-xs @min-[880px]:order-2 @min-[880px]:gap-x-4 @min-[880px]:text-sm', look.quiet)}>
              <span className={cn('font-semibold @min-[880px]:hidden', look.word)}>{word}</span>
              {stateWord ? <span className="truncate font-medium">{stateWord}</span> : null}
              {due ? <span className="@max-[880px]:hidden">{due}</span> : null}
              <span className="truncate @min-[880px]:w-32">{sender}</span>
              <span className="whitespace-nowrap @min-[880px]:w-20 @min-[880px]:text-right">{age}</span>
            </span>
          </span>
          <ChevronDown aria-hidden size={16} className={cn('shrink-0 transition-transform duration-100', state !== 'alerting' && '@max-[880px]:hidden', expanded && 'rotate-180', look.quiet)} />
        </button>

        {actions ? (
          <span
            className={cn(
              'flex shrink-0 items-center justify-end gap-1 pr-2 @min-[880px]:min-w-47 @min-[880px]:pr-3',
              state === 'alerting' && '@max-[640px]:basis-full @max-[640px]:pb-2 @max-[640px]:pl-12 @max-[640px]:[&>button]:flex-1',
            )}
          >
            {actions}
          </span>
        ) : null}
      </div>

      <div id={detailsId} hidden={!expanded} className="pr-3 pb-2.5 pl-12 @min-[880px]:pl-31">
        {body ? (
          <p className="max-w-prose break-words whitespace-pre-line">
            {body}
            {expanded ? mark : null}
          </p>
        ) : null}
        {details ? <div className={cn('mt-1 text-xs', look.quiet)}>{details}</div> : null}
      </div>
      {trouble ? <div className="pr-3 pb-2 pl-12 text-sm @min-[880px]:pl-31">{trouble}</div> : null}
    </article>
  );
}

const STATE_WORDS: Readonly<Record<LiveState, string | null>> = {
  alerting: null,
  acknowledged: null,
  steady: null,
  outdated: 'Ran out, not acknowledged',
  withdrawn: 'Recalled',
};
