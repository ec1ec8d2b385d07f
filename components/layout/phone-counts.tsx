'use client';

import Link from 'next/link';
import { LEVEL_LOOK } from '@/components/flash/levels';
import { useLiveEntries } from '@/components/flash/use-live-entries';
import { PriorityMark } from '@/components/incidents/priority-mark';
import { Shape } from '@/components/ui/shape';
import { FLASH_LEVELS } from '@/lib/protocol/flash';
import { PRIORITIES } from '@/lib/protocol/incident';
import { useWaiting } from './use-waiting';

interface PhoneCountsProps {
  /** A count was followed to its page. */
  readonly onLeave: () => void;
}

const figure = 'figures flex h-10 items-center gap-1.5 rounded-md border px-2.5 text-sm';

/** What the header shows on wider screens: incidents by priority, new ones, messages by level, services that are down. Only what there is. */
export function PhoneCounts({ onLeave }: PhoneCountsProps) {
  const { byPriority, fresh, down } = useWaiting();
  const on = useLiveEntries().filter(({ state }) => state !== 'withdrawn' && state !== 'outdated');
  const alerting = on.filter(({ state }) => state === 'alerting').length;
  return (
    <ul aria-label="What is on" className="flex flex-wrap gap-1.5 px-1 pt-1">
      {PRIORITIES.filter((priority) => byPriority[priority] > 0).map((priority) => (
        <li key={priority}>
          <Link href={`/incidents?priority=${priority}`} onClick={onLeave} className={figure}>
            <PriorityMark priority={priority} />
            {byPriority[priority]}
          </Link>
        </li>
      ))}
      <li>
        <Link href="/incidents?view=new" onClick={onLeave} className={figure}>
          {fresh} new
        </Link>
      </li>
      {FLASH_LEVELS.map((level) => ({ level, count: on.filter(({ flash }) => flash.level === level).length }))
        .filter(({ count }) => count > 0)
        .map(({ level, count }) => (
          <li key={level}>
            <Link href="/#live-messages" onClick={onLeave} className={figure}>
              <Shape name={LEVEL_LOOK[level].shape} size={10} className={LEVEL_LOOK[level].text} />
              {count} {LEVEL_LOOK[level].word}
            </Link>
          </li>
        ))}
      <li>
        <Link href="/#live-messages" onClick={onLeave} className={figure}>
          {alerting} to acknowledge
        </Link>
      </li>
      {down > 0 ? (
        <li>
          <Link href="/infrastructure" onClick={onLeave} className={figure}>
            <Shape name="square" size={10} className="text-critical" />
            {down} down
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
