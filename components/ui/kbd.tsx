import { cn } from './cn';

interface KbdProps {
  /** Keys pressed one after the other, as in "g b". */
  readonly keys: string;
  readonly className?: string;
}

const KEY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
]);

/** A key as it is printed on the keyboard. Hidden from readers: the control names its key by `aria-keyshortcuts`. */
export function Kbd({ keys, className }: KbdProps) {
  return (
    <span aria-hidden className={cn('inline-flex gap-0.5 pointer-coarse:hidden', className)}>
      {keys.split(' ').map((key, index) => (
        <kbd
          key={index}
          className="inline-grid h-4 min-w-4 place-items-center rounded-sm border border-current/40 px-1 font-sans text-[11px] leading-none font-medium"
        >
          {KEY_SIGNS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}
