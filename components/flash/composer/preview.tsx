'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { FlashMessage } from '@/components/flash/flash-message';
import { wantsAck } from '@/components/flash/live-entries';
import { Button } from '@/components/ui/button';
import type { FlashLevel } from '@/lib/protocol/flash';

interface PreviewProps {
  readonly level: FlashLevel;
  readonly title: string;
  readonly body: string;
  readonly sender: string;
  readonly requiresAck: boolean;
}

/** The message as it will stand on top of everybody's page. */
export function Preview({ level, title, body, sender, requiresAck }: PreviewProps) {
  const [expanded, setExpanded] = useState(false);
  const asks = wantsAck({ level, requiresAck });
  return (
    <section aria-label="Preview" className="overflow-hidden rounded-md border [&>article]:border-b-0">
      <FlashMessage
        level={level}
        state={asks ? 'alerting' : 'steady'}
        title={title.trim() || 'Title'}
        body={body.trim()}
        sender={sender}
        age={<span className="figures">0 s</span>}
        expanded={expanded}
        onToggle={() => setExpanded(!expanded)}
        actions={
          <span inert>
            <Button size="sm" look={!asks ? 'quiet' : level === 'critical' ? 'inverse' : 'plain'}>
              {asks ? <Check aria-hidden size={16} /> : null}
              {asks ? 'Acknowledge' : 'Seen'}
            </Button>
          </span>
        }
      />
    </section>
  );
}
