'use client';

import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';

const HOLD_MS = 1_500;

interface HoldButtonProps {
  readonly onHeld: () => void;
  readonly children: ReactNode;
}

/** A button that acts after being held for 1.5 s, by pointer, Space or Enter. Letting go early does nothing. */
export function HoldButton({ onHeld, children }: HoldButtonProps) {
  const [holding, setHolding] = useState(false);
  const held = useEffectEvent(() => {
    setHolding(false);
    onHeld();
  });

  useEffect(() => {
    if (!holding) return;
    const timer = setTimeout(() => held(), HOLD_MS);
    return () => clearTimeout(timer);
  }, [holding]);

  const release = () => setHolding(false);
  return (
    <Button
      look="critical"
      size="lg"
      className="relative touch-none overflow-hidden"
      onPointerDown={(event) => event.button === 0 && setHolding(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        setHolding(true);
      }}
      onKeyUp={release}
      onBlur={release}
    >
      <span
        aria-hidden
        className="absolute inset-0 origin-left bg-on-critical/25"
        style={{ transform: `scaleX(${holding ? 1 : 0})`, transition: holding ? `transform ${HOLD_MS}ms linear` : 'none' }}
      />
      <span className="relative">{children}</span>
    </Button>
  );
}
