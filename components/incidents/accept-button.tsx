import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Incident } from '@/lib/protocol/incident';

interface AcceptButtonProps {
  readonly incident: Incident;
  readonly accepting: boolean;
  readonly onAccept: (incident: Incident) => void;
}

/** Takes up a new incident. Its key shows while the row around it has the keyboard. */
export function AcceptButton({ incident, accepting, onAccept }: AcceptButtonProps) {
  return (
    <Button size="sm" className="h-6 pointer-coarse:h-8" disabled={accepting} aria-keyshortcuts="a" onClick={() => onAccept(incident)}>
      {accepting ? 'Accepting' : 'Accept'}
      <span className="sr-only"> {incident.number}</span>
      <Kbd keys="a" className="hidden group-focus-within:inline-flex" />
    </Button>
  );
}
