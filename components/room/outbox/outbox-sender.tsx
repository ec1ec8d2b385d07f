'use client';

import { useEffect } from 'react';
import { useConnection } from '@/stores/connection';
import { isOutboxKey } from './kept-items';
import { useOutbox } from './use-outbox';

interface OutboxSenderProps {
  readonly userId: string;
}

/** Sends what is left from before, and tries again whenever the connection is back. Shows nothing. */
export function OutboxSender({ userId }: OutboxSenderProps) {
  const { outbox } = useOutbox(userId);
  useEffect(() => {
    if (!outbox) return;
    const onStorage = (event: StorageEvent) => {
      if (isOutboxKey(event.key, userId)) outbox.refresh();
    };
    const undo = useConnection.subscribe((state, before) => {
      if (state.status === 'connected' && before.status !== 'connected') outbox.wake();
    });
    window.addEventListener('storage', onStorage);
    window.addEventListener('online', outbox.wake);
    outbox.refresh();
    return () => {
      undo();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('online', outbox.wake);
    };
  }, [outbox, userId]);
  return null;
}
