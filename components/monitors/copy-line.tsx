'use client';

import { Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

interface CopyLineProps {
  readonly label: string;
  readonly value: string;
}

/** A line that is meant to be taken elsewhere. */
export function CopyLine({ label, value }: CopyLineProps) {
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied.');
    } catch {
      // Browsers give the clipboard to secure pages only.
      line.current?.select();
      setSaid('Press Ctrl+C to copy it.');
    }
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-1.5">
        <Input id={id} ref={line} readOnly value={value} onFocus={(event) => event.target.select()} className="font-mono text-sm" />
        <Button aria-label={`Copy: ${label}`} onClick={() => void copy()}>
          <Copy aria-hidden size={16} />
          Copy
        </Button>
      </div>
      <p role="status" className="min-h-4 text-xs text-text-muted">
        {said}
      </p>
    </div>
  );
}
