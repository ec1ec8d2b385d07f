'use client';

import { useState } from 'react';
import { Age } from '@/components/ui/age';
import { useHydrated } from '@/components/ui/use-now';
import { ownValue } from '@/lib/core/own-value';
import { AckTrouble } from './ack-trouble';
import { useAcks } from './acknowledge';
import { Deadline } from './deadline';
import { FlashDetails } from './flash-details';
import { FlashMessage } from './flash-message';
import { LiveActions } from './live-actions';
import type { LiveEntry } from './live-entries';
import { useReportDisplayed } from './use-report-displayed';

interface LiveMessageProps {
  readonly entry: LiveEntry;
  readonly hasKey: boolean;
}

/** A message of the bar, alive: its age ticks, it can be acknowledged, and it reports that it was shown. */
export function LiveMessage({ entry, hasKey }: LiveMessageProps) {
  const { flash, state } = entry;
  const [expanded, setExpanded] = useState(false);
  const owed = state === 'alerting' || state === 'outdated';
  const troubled = useAcks((acks) => ownValue(acks.trouble, flash.id) !== undefined);
  // What was there when the page came does not arrive: only news is highlighted.
  const hydrated = useHydrated();
  const [arrived] = useState(hydrated);
  const end = useReportDisplayed(flash.id, flash.receipt !== null && flash.receipt.displayedAt === null && flash.status === 'live');

  return (
    <FlashMessage
      level={flash.level}
      state={state}
      title={flash.title}
      body={flash.body}
      sender={flash.createdBy.name}
      age={<Age since={flash.sentAt ?? flash.startsAt} />}
      due={owed && flash.ackDeadline ? <Deadline at={flash.ackDeadline} className="@max-[960px]:hidden" /> : undefined}
      expanded={expanded}
      onToggle={() => setExpanded(!expanded)}
      actions={<LiveActions entry={entry} hasKey={hasKey} />}
      details={<FlashDetails flash={flash} />}
      end={end}
      trouble={troubled ? <AckTrouble flashId={flash.id} /> : undefined}
      className={arrived && state !== 'alerting' ? 'animate-arrive' : ''}
    />
  );
}
