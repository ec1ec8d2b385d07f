import type { Service } from '@/lib/protocol/infrastructure';
import { formatShare } from '../share-words';

const SPANS = [
  { key: 'd1', label: '24 h' },
  { key: 'd30', label: '30 d' },
  { key: 'y1', label: '1 y' },
] as const;

interface UptimeFiguresProps {
  readonly uptime: Service['uptime'];
}

/** How much of the time it was up: of the last 24 hours, 30 days, year. */
export function UptimeFigures({ uptime }: UptimeFiguresProps) {
  return (
    <dl className="figures grid grid-cols-3 gap-x-3 text-sm @max-[860px]:flex @max-[860px]:gap-x-5">
      {SPANS.map(({ key, label }) => (
        <div key={key} className="grid justify-items-end @max-[860px]:flex @max-[860px]:items-baseline @max-[860px]:gap-1.5">
          <dt className="text-xs leading-4 text-text-muted">
            <span className="sr-only">Uptime </span>
            {label}
          </dt>
          <dd className="leading-4.5">{formatShare(uptime[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
