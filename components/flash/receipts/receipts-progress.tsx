import { Progress } from '@/components/ui/progress';
import type { ReceiptCounts } from '@/lib/protocol/flash';

interface ReceiptsProgressProps {
  readonly counts: ReceiptCounts;
  readonly asks: boolean;
}

/** How many have got, seen and acknowledged a message. */
export function ReceiptsProgress({ counts, asks }: ReceiptsProgressProps) {
  return (
    <div className="grid grid-flow-col auto-cols-[minmax(0,1fr)] gap-4 px-3 py-2.5">
      <Progress label="Delivered" value={counts.delivered} max={counts.recipients} />
      <Progress label="Displayed" value={counts.displayed} max={counts.recipients} />
      {asks ? <Progress label="Acknowledged" value={counts.acked} max={counts.mustAck} /> : null}
    </div>
  );
}
