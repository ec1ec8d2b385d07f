import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

interface SteadyButtonProps extends Omit<ComponentProps<typeof Button>, 'disabled' | 'onClick'> {
  /** Whether it does anything now. */
  readonly ready: boolean;
  readonly onPress: () => void;
}

/** A button that rests for moments. It is not disabled then: that would take the keyboard's place from under it. */
export function SteadyButton({ ready, onPress, ...props }: SteadyButtonProps) {
  return (
    <Button aria-disabled={!ready || undefined} className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55" onClick={() => ready && onPress()} {...props} />
  );
}
