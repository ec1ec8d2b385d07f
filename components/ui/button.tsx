import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { Slot } from 'radix-ui';
import { cn } from './cn';

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent/90',
        plain: 'border-line-strong bg-surface-raised text-text hover:not-disabled:bg-text/8',
        quiet: 'border-transparent bg-transparent text-text-muted hover:not-disabled:bg-text/8 hover:not-disabled:text-text',
        critical: 'border-transparent bg-critical-fill text-on-critical hover:not-disabled:bg-critical-fill/90',
        /** On a solid alarm colour: takes the text colour of what it stands on. */
        inverse: 'border-current/70 bg-transparent text-current hover:not-disabled:bg-current/15',
      },
      size: {
        sm: 'h-7 px-2 text-sm',
        md: 'h-8 px-3 text-base',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8',
        iconSm: 'size-7',
      },
    },
    defaultVariants: { look: 'plain', size: 'md' },
  },
);

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** Gives the look to the one child (a link) instead of making a button. */
  readonly asChild?: boolean;
}

/** A button. Does not submit a form unless `type="submit"`. */
export function Button({ look, size, asChild = false, className, type = 'button', ...props }: ButtonProps) {
  const classes = cn(button({ look, size }), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;
  return <button type={type} className={classes} {...props} />;
}
