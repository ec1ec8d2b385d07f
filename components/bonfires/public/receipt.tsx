import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { BanRules } from './ban-rules';
import type { PublicAnswer } from './public-form';
import type { PublicWords } from './words';

interface ReceiptProps {
  readonly answer: PublicAnswer;
  readonly words: PublicWords;
  readonly onAgain: () => void;
}

/** What the sender keeps: the reference, and once more that it is no approval. */
export function Receipt({ answer: { reference, inBanPeriod, held }, words, onAgain }: ReceiptProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={cn('grid gap-4 rounded-md border bg-surface-raised p-4 sm:p-6', held ? 'border-warning/50' : 'border-ok/50')}>
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        {held ? words.sent.heldTitle : words.sent.title}
      </h2>
      <p>
        {words.sent.reference}
        <br />
        <strong data-testid="reference" className="figures text-xl font-semibold">
          {reference}
        </strong>
      </p>
      <p>{held ? words.sent.heldNext : words.sent.next}</p>
      {inBanPeriod ? <BanRules words={words} /> : null}
      <Button size="lg" className="h-12 justify-self-start text-md" onClick={onAgain}>
        {words.sent.again}
      </Button>
    </section>
  );
}
