'use client';

import { ROLE_WORD } from '@/components/flash/audience-words';
import { cn } from '@/components/ui/cn';
import { Shape } from '@/components/ui/shape';
import { Table, Td, Th } from '@/components/ui/table';
import type { Receipt } from '@/lib/protocol/flash';
import { can } from '@/lib/protocol/permissions';
import { StepCell } from './receipt-cells';
import { outstandingFirst, stepsDone } from './receipts-order';

interface ReceiptsTableProps {
  readonly receipts: readonly Receipt[];
  /** Whether the message wants to be acknowledged. */
  readonly asks: boolean;
}

/** Who got, saw and acknowledged a message, those who have not first. */
export function ReceiptsTable({ receipts, asks }: ReceiptsTableProps) {
  return (
    <Table>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="@max-[520px]:hidden">Role</Th>
          <Th>Delivered</Th>
          <Th>Displayed</Th>
          {asks ? (
            <Th>
              Ack<span className="@max-[440px]:hidden">nowledg</span>ed
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {outstandingFirst(receipts, asks).map((receipt) => (
          <ReceiptRow key={receipt.userId} receipt={receipt} asks={asks} />
        ))}
      </tbody>
    </Table>
  );
}

function ReceiptRow({ receipt, asks }: { readonly receipt: Receipt; readonly asks: boolean }) {
  const steps = stepsDone(receipt, asks);
  const mayAck = can(receipt.role, 'flash.ack');
  return (
    <tr>
      <Td className="max-w-32 @min-[520px]:max-w-48">
        <span className="flex items-center gap-2">
          <Shape name={steps === 3 ? 'disc' : steps === 0 ? 'ring' : 'half'} size={10} className={cn(steps === 3 ? 'text-ok' : 'text-text-muted')} />
          <span className="sr-only">{steps === 3 ? 'Done: ' : 'Waiting: '}</span>
          <span className={cn('truncate', steps < 3 && 'font-medium')}>{receipt.userName}</span>
        </span>
      </Td>
      <Td className="text-text-muted @max-[520px]:hidden">{ROLE_WORD[receipt.role]}</Td>
      <Td>
        <StepCell at={receipt.deliveredAt} missing="not yet" latencyMs={receipt.latencyMs} />
      </Td>
      <Td>
        <StepCell at={receipt.displayedAt} missing="not yet" />
      </Td>
      {asks ? (
        <Td>
          <StepCell at={receipt.ackedAt} missing={mayAck ? 'waiting' : 'not asked'} />
        </Td>
      ) : null}
    </tr>
  );
}
