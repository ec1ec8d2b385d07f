import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

interface SteadyButtonProps extends Omit<ComponentProps<typeof Button>, 'disabled'> {
  /** Whether it does anything now. */
  readonly ready: boolean;
  readonly onPress: () => void;
}

/**
 * A button that rests for moments. It is not disabled then: that would take the keyboard's place from under it.
 * `onClick` is for what wraps it, such as a tooltip; it is called as well.
 */
export function SteadyButton({ ready, onPress, onClick, ...props }: SteadyButtonProps) {
  return (
    <Button
      aria-disabled={!ready || undefined}
      className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
      onClick={(event) => {
        onClick?.(event);
        if (ready) onPress();
      }}
      {...props}
    />
  );
}
