'use client';

import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { MessagePage } from './message-page';
import { useOwnRetry } from './use-own-retry';

interface PageFailedProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** A page that could not be shown, until it can. The reference finds the entry in the server's log. */
export function PageFailed({ error, retry }: PageFailedProps) {
  useEffect(() => console.error(error), [error]);
  useOwnRetry(error, retry);
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : null;
  return (
    <MessagePage
      title="This page could not be shown."
      text={`Something failed while it was made. It is tried again by itself every few seconds.${digest ? ` Reference for support: ${digest}.` : ''}`}
    >
      <Button look="primary" onClick={retry}>
        Try again
      </Button>
      <Button onClick={() => window.location.reload()}>Reload the page</Button>
    </MessagePage>
  );
}
