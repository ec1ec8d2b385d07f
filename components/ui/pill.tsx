import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Shape, type ShapeName } from './shape';

const pill = cva('figures inline-flex h-5 items-center gap-1.5 rounded-sm border px-1.5 text-xs font-medium', {
  variants: {
    tone: {
      calm: 'border-line text-text-muted',
      accent: 'border-accent/45 bg-accent/10 text-accent',
      critical: 'border-critical/50 bg-critical/12 text-critical',
      warning: 'border-warning/45 bg-warning/10 text-warning',
      info: 'border-info/45 bg-info/10 text-info',
      ok: 'border-ok/40 bg-ok/10 text-ok',
      stale: 'border-stale/45 bg-stale/10 text-stale',
    },
  },
  defaultVariants: { tone: 'calm' },
});

export type PillTone = NonNullable<VariantProps<typeof pill>['tone']>;

interface PillProps {
  readonly tone?: PillTone;
  readonly shape: ShapeName;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A state: shape, word and colour. */
export function Pill({ tone = 'calm', shape, className, children }: PillProps) {
  return (
    <span className={cn(pill({ tone }), className)}>
      <Shape name={shape} size={8} />
      {children}
    </span>
  );
}
