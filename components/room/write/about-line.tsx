import { Button } from '@/components/ui/button';
import type { LogEntry } from '@/lib/protocol/room';
import type { RoomDraft } from '@/stores/room-draft';

interface AboutLineProps {
  readonly draft: RoomDraft;
  readonly entries: readonly LogEntry[];
  readonly onDrop: () => void;
}

/** Which entry the text in the box answers or corrects. Nothing for any other text. */
export function AboutLine({ draft: { kind, aboutId }, entries, onDrop }: AboutLineProps) {
  if (aboutId === null || (kind !== 'correction' && kind !== 'intervention_response')) return null;
  const about = entries.find(({ id }) => id === aboutId);
  return (
    <p className="flex items-center gap-2 text-sm">
      <strong className="shrink-0 font-semibold">{kind === 'correction' ? 'Corrects' : 'Answers'}</strong>
      <span className="min-w-0 flex-1 truncate text-text-muted">{about ? `#${about.seq} ${about.speaker.label}: ${about.text}` : 'an earlier entry'}</span>
      <Button size="sm" look="quiet" className="h-6 text-xs" onClick={onDrop}>
        Write as talk instead
      </Button>
    </p>
  );
}
