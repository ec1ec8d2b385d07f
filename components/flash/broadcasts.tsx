'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useAddressParam } from '@/components/ui/use-address-param';
import { EmptyState } from '@/components/ui/empty-state';
import { useKey } from '@/components/ui/keys/use-key';
import { Panel } from '@/components/ui/panel';
import { ownValue } from '@/lib/core/own-value';
import type { Me } from '@/lib/protocol/answers';
import { flashHistoryQuery } from '@/lib/queries/flash';
import { useFlash } from '@/stores/flash';
import { Composer } from './composer/composer';
import { History } from './history/history';
import { ReceiptsBoard } from './receipts/receipts-board';

interface BroadcastsProps {
  readonly me: Me;
}

/** Write a message on the left; see on the right how it and the earlier ones reach their people. */
export function Broadcasts({ me }: BroadcastsProps) {
  const [flashId, setFlashId] = useAddressParam('flash');
  const flash = useFlashById(flashId);
  const receipts = useRef<HTMLDivElement>(null);
  const close = () => setFlashId(null);
  useKey('Escape', 'Close the receipts', close, flashId !== null);

  const bringIntoSight = useEffectEvent(() => receipts.current?.scrollIntoView({ block: 'nearest' }));
  useEffect(() => {
    if (flashId) bringIntoSight();
  }, [flashId]);

  return (
    <div className="grid items-start gap-3 p-3 lg:grid-cols-[repeat(2,minmax(0,1fr))] 3xl:grid-cols-[repeat(3,minmax(0,1fr))]">
      <h1 className="sr-only">Broadcasts</h1>
      <Composer me={me} onSent={({ flash: sent }) => setFlashId(sent.id)} />
      <div className="grid min-w-0 gap-3 3xl:contents">
        {flashId ? (
          <div ref={receipts} className="min-w-0 scroll-mt-3 3xl:order-2">
            <ReceiptsBoard key={flashId} flashId={flashId} flash={flash} onClose={close} />
          </div>
        ) : (
          <div className="max-3xl:hidden 3xl:order-2">
            <Panel title="Receipts">
              <EmptyState>Choose a message to see who got, saw and acknowledged it.</EmptyState>
            </Panel>
          </div>
        )}
        <History selectedId={flashId} onSelect={setFlashId} />
      </div>
    </div>
  );
}

function useFlashById(flashId: string | null) {
  const { data } = useInfiniteQuery(flashHistoryQuery);
  const live = useFlash((state) => (flashId === null ? undefined : ownValue(state.byId, flashId)));
  return data?.pages.flatMap((page) => page.items).find((flash) => flash.id === flashId) ?? live;
}
