'use client';

import './globals.css';
import { PageFailed } from '@/components/layout/page-failed';

interface GlobalErrorProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en" data-theme="dark">
      <body>
        <main>
          <PageFailed error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
