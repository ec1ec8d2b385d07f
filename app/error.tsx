'use client';

import { PageFailed } from '@/components/layout/page-failed';

interface ErrorPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main>
      <PageFailed error={error} retry={retry} />
    </main>
  );
}
