'use client';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Notice } from '@/components/ui/notice';
import { useBackWords } from '@/components/ui/use-back-words';
import type { Accepting } from './use-accept';

/** Why an incident was not accepted, until it is closed. */
export function AcceptProblem({ accepting, className }: { readonly accepting: Accepting; readonly className?: string }) {
  const problem = useBackWords(accepting.problem);
  if (!problem) return null;
  return (
    <Notice
      tone="warning"
      className={cn('m-2', className)}
      action={
        <Button size="sm" look="quiet" onClick={accepting.dismiss}>
          Close
        </Button>
      }
    >
      {problem}
    </Notice>
  );
}
