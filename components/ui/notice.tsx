import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Shape, type ShapeName } from './shape';

export type NoticeTone = 'critical' | 'warning' | 'info' | 'ok';

const SHAPES: Readonly<Record<NoticeTone, ShapeName>> = { critical: 'square', warning: 'triangle', info: 'diamond', ok: 'disc' };

const frame = cva('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border px-3 py-2 text-sm', {
  variants: {
    tone: {
      critical: 'border-critical/50 bg-critical/10 [&>svg]:text-critical',
      warning: 'border-warning/45 bg-warning/8 [&>svg]:text-warning',
      info: 'border-info/40 bg-info/8 [&>svg]:text-info',
      ok: 'border-ok/40 bg-ok/8 [&>svg]:text-ok',
    },
  },
});

interface NoticeProps {
  readonly tone: NoticeTone;
  /** Off where it only explains and was there from the start. */
  readonly announce?: boolean;
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A sentence in place: what happened and what to do. Nothing pops up and nothing vanishes by itself. */
export function Notice({ tone, announce = true, action, className, children }: NoticeProps) {
  const role = !announce ? undefined : tone === 'critical' || tone === 'warning' ? 'alert' : 'status';
  return (
    <div role={role} className={cn(frame({ tone }), className)}>
      <Shape name={SHAPES[tone]} />
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {action ? <div className="flex items-center gap-1.5">{action}</div> : null}
    </div>
  );
}
