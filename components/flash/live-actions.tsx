'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { can } from '@/lib/protocol/permissions';
import { AckButton } from './ack-button';
import { hideFlash } from './hidden-flash';
import { asksFor, canHide, type LiveEntry } from './live-entries';
import { useLiveSeed } from './live-seed';

interface LiveActionsProps {
  readonly entry: LiveEntry;
  readonly hasKey: boolean;
}

/** What one can do with a live message: acknowledge it, put it away, or look who has it. */
export function LiveActions({ entry: { flash, state }, hasKey }: LiveActionsProps) {
  const { me } = useLiveSeed();
  if (state === 'withdrawn') return null;
  const owed = state === 'alerting' || state === 'outdated';
  return (
    <>
      {owed ? <AckButton flashId={flash.id} level={state === 'alerting' ? flash.level : 'info'} title={flash.title} hasKey={hasKey} /> : null}
      {state === 'acknowledged' && asksFor(flash, me.role) ? (
        <span className="inline-flex items-center gap-1.5 px-1 text-sm text-text-muted">
          <Check aria-hidden size={16} />
          <span className="@max-[880px]:sr-only">Acknowledged</span>
        </span>
      ) : null}
      {flash.receipt === null && can(me.role, 'flash.send') ? (
        <Button asChild size="sm" look="quiet">
          <Link href={`/broadcasts?flash=${encodeURIComponent(flash.id)}`}>Receipts</Link>
        </Button>
      ) : null}
      {canHide(flash, state) ? (
        <Button size="sm" look="quiet" className="pointer-coarse:h-9" aria-label={`Put away: ${flash.title}`} onClick={() => hideFlash(flash.id)}>
          Seen
        </Button>
      ) : null}
    </>
  );
}
