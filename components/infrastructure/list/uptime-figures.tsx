'use client';

import { useServerNow } from '@/components/ui/use-now';
import type { Service } from '@/lib/protocol/infrastructure';
import { formatShare } from '../share-words';
import { formatSpan, uptimeFigures } from '../uptime-words';

interface UptimeFiguresProps {
  readonly service: Pick<Service, 'uptime' | 'uptime_from'>;
}

/** How much of the time it was up: of the last 24 hours, 30 days, year, or of as much of them as was measured. */
export function UptimeFigures({ service }: UptimeFiguresProps) {
  return (
    <dl className="figures grid grid-cols-3 gap-x-3 text-sm @max-[860px]:flex @max-[860px]:gap-x-5">
      {uptimeFigures(service).map(({ label, share, from }) => (
        <div key={label} className="grid justify-items-end @max-[860px]:flex @max-[860px]:items-baseline @max-[860px]:gap-1.5">
          <dt className="text-xs leading-4 whitespace-nowrap text-text-muted">
            <span className="sr-only">Uptime </span>
            {from === null ? label : <Measured label={label} from={from} />}
          </dt>
          <dd className="leading-4.5">{formatShare(share)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface MeasuredProps {
  readonly label: string;
  readonly from: string;
}

/** How much of a time was measured: "of 33 min". */
function Measured({ label, from }: MeasuredProps) {
  const now = useServerNow();
  return (
    <span title={`Of the last ${label}, measured since ${from}`}>
      of {now === null ? <span className="invisible">0 min</span> : formatSpan(now - Date.parse(from))}
    </span>
  );
}
