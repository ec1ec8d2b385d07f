import { MapPin, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { PriorityMark } from '../priority-mark';
import { TYPE_WORDS } from '../type-words';
import { parseIncidentLine } from './parse-incident-line';

interface UnderstoodProps {
  readonly text: string;
}

/** What a line was understood as. What was assumed rather than said is dashed. */
export function Understood({ text }: UnderstoodProps) {
  const { priority, type, title, address, reporter, said } = parseIncidentLine(text);
  return (
    <ul aria-label="Understood as" className="flex min-w-0 items-center gap-1.5 overflow-x-auto [scrollbar-width:none]">
      <Chip label="Priority" assumed={!said.priority}>
        <PriorityMark priority={priority} />
      </Chip>
      <Chip label="Type" assumed={!said.type}>
        {TYPE_WORDS[type]}
      </Chip>
      <Chip label="Title" assumed={!title}>
        {title || 'what happened?'}
      </Chip>
      {address ? (
        <Chip label="Address" whole={address}>
          <MapPin aria-hidden size={12} />
          {address}
        </Chip>
      ) : null}
      {reporter ? (
        <Chip label="Reporter">
          <Phone aria-hidden size={12} />
          {reporter}
        </Chip>
      ) : null}
    </ul>
  );
}

interface ChipProps {
  readonly label: string;
  readonly assumed?: boolean;
  /** Told whole to who points at it, where it may be cut. */
  readonly whole?: string;
  readonly children: ReactNode;
}

function Chip({ label, assumed = false, whole, children }: ChipProps) {
  return (
    <li
      title={assumed ? `${label} (not written)` : whole ? `${label}: ${whole}` : label}
      className={cn('figures inline-flex h-5 min-w-0 max-w-80 shrink-0 items-center gap-1 overflow-hidden rounded-sm border px-1.5 text-ellipsis', assumed ? 'border-dashed text-text-muted' : 'border-line-strong')}
    >
      <span className="sr-only">{label}: </span>
      {children}
    </li>
  );
}
