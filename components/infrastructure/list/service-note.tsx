import Link from 'next/link';
import { Timestamp } from '@/components/ui/timestamp';
import { KIND_WORDS } from '@/components/monitors/kind-words';
import type { Service } from '@/lib/protocol/infrastructure';

interface ServiceNoteProps {
  readonly service: Service;
}

/** The line under a service's name: what the last look found, its incident, its maintenance; else what is looked at. */
export function ServiceNote({ service: { kind, target, message, incident, maintenance } }: ServiceNoteProps) {
  const word = KIND_WORDS[kind].word;
  return (
    <span className="flex min-h-4 min-w-0 items-center gap-x-2.5 text-xs text-text-muted">
      {incident ? (
        <Link href={`/incidents/${encodeURIComponent(incident.id)}`} prefetch={false} className="figures shrink-0 rounded-sm text-accent underline-offset-2 hover:underline">
          Incident {incident.number}
        </Link>
      ) : null}
      {maintenance ? (
        <span title={maintenance.title} className="min-w-0 truncate">
          {maintenance.title}, until <Timestamp at={maintenance.until} />
        </span>
      ) : null}
      {message === null && maintenance === null ? (
        <span title={`${word} · ${target}`} className="min-w-0 truncate">
          {word === target ? word : `${word} · ${target}`}
        </span>
      ) : null}
      {message === null ? null : (
        <span title={message} className="min-w-0 truncate text-text">
          {message}
        </span>
      )}
    </span>
  );
}
