'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { wantsAck } from '@/components/flash/live-entries';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import type { Flash } from '@/lib/protocol/flash';
import { flashReceiptsQuery } from '@/lib/queries/flash';
import { RecallButton } from './recall-button';
import { ReceiptsHead } from './receipts-head';
import { ReceiptsProgress } from './receipts-progress';
import { ReceiptsTable } from './receipts-table';

interface ReceiptsBoardProps {
  readonly flashId: string;
  /** The message itself, once it is known. */
  readonly flash: Flash | undefined;
  readonly onClose: () => void;
}

/** Watches a message reach its people, live. */
export function ReceiptsBoard({ flashId, flash, onClose }: ReceiptsBoardProps) {
  const { data, error, isFetching, refetch } = useQuery(flashReceiptsQuery(flashId));
  const asks = flash ? wantsAck(flash) : (data?.counts.mustAck ?? 0) > 0;

  return (
    <Panel
      title="Receipts"
      bodyClassName="@container"
      actions={
        <>
          {flash ? <RecallButton key={flashId} flash={flash} /> : null}
          <Tooltip label="Close" keys="Esc">
            <Button size="iconSm" look="quiet" aria-label="Close the receipts" aria-keyshortcuts="Escape" onClick={onClose}>
              <X aria-hidden size={16} />
            </Button>
          </Tooltip>
        </>
      }
    >
      {flash ? <ReceiptsHead flash={flash} /> : null}
      {data ? (
        <>
          {data.items.length > 0 ? <ReceiptsProgress counts={data.counts} asks={asks} /> : null}
          {data.items.length === 0 ? (
            <EmptyState>{flash?.status === 'scheduled' ? 'Nobody yet: receipts come once the message is out.' : 'Nobody has a role this message goes to.'}</EmptyState>
          ) : (
            <ReceiptsTable receipts={data.items} asks={asks} />
          )}
        </>
      ) : error ? (
        <ErrorState title="The receipts could not be loaded." error={error} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonRows rows={8} label="Loading the receipts" />
      )}
    </Panel>
  );
}
