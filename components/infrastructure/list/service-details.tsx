'use client';

import type { ReactNode } from 'react';
import { Age } from '@/components/ui/age';
import { formatDuration } from '@/components/ui/format-time';
import { Timestamp } from '@/components/ui/timestamp';
import { KIND_WORDS } from '@/components/monitors/kind-words';
import type { Service } from '@/lib/protocol/infrastructure';
import { pendingWords } from '../pending-words';
import { formatLatency } from '../share-words';

interface ServiceDetailsProps {
  readonly service: Service;
}

/** All that is known of a service, with nothing cut off. */
export function ServiceDetails({ service }: ServiceDetailsProps) {
  const { kind, target, interval_ms, since, checked_at, latency_ms, pending, message, maintenance } = service;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-dashed px-3 py-2 text-sm @min-[860px]:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
      <Row label="Looks at">
        {KIND_WORDS[kind].word} · {target}
      </Row>
      <Row label="How often">every {formatDuration(interval_ms)}</Row>
      <Row label="Last look">
        {checked_at === null ? (
          'none yet'
        ) : (
          <>
            <Timestamp at={checked_at} />, <Age since={checked_at} /> ago
          </>
        )}
      </Row>
      <Row label="In this state since">{since === null ? 'not known' : <Timestamp at={since} />}</Row>
      <Row label="Latency">{formatLatency(latency_ms)}</Row>
      <Row label="On the way to change">{pending === null ? 'no' : pendingWords(pending)}</Row>
      <Row label="It says">{message ?? 'nothing'}</Row>
      <Row label="Maintenance">
        {maintenance === null ? (
          'none now'
        ) : (
          <>
            {maintenance.title}, until <Timestamp at={maintenance.until} />
          </>
        )}
      </Row>
    </dl>
  );
}

interface RowProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Row({ label, children }: RowProps) {
  return (
    <>
      <dt className="text-text-muted">{label}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </>
  );
}
