import { cn } from '@/components/ui/cn';
import type { Incident } from '@/lib/protocol/incident';
import { placeWords } from '@/lib/protocol/place';

interface PlaceAndUnitsProps {
  readonly incident: Incident;
  readonly callSigns: string;
  /** The number goes before them, where this does not hide it. */
  readonly numberClassName?: string;
  readonly className?: string;
}

/** Where an incident is and who is on it, in one line. A long place is cut so that the units stay in sight; pointing at it shows all of it. */
export function PlaceAndUnits({ incident, callSigns, numberClassName, className }: PlaceAndUnitsProps) {
  const place = placeWords(incident.location);
  return (
    <span className={cn('flex text-xs text-text-muted', className)}>
      <span className={cn('shrink-0 whitespace-pre', numberClassName)}>
        {incident.number}
        {place || callSigns ? ' · ' : ''}
      </span>
      {place ? (
        <span title={place} className="min-w-0 truncate">
          {place}
        </span>
      ) : null}
      {callSigns ? (
        <span title={callSigns} className="max-w-3/5 shrink-0 overflow-hidden text-ellipsis whitespace-pre">
          {place ? ' · ' : ''}
          {callSigns}
        </span>
      ) : null}
    </span>
  );
}
