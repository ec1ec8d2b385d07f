import type { Metadata } from 'next';
import { OfflinePage } from '@/components/offline/offline-page';

export const metadata: Metadata = { title: 'Not connected' };

// Kept by the browser for when there is no server: the same for everybody, and it holds nothing of anybody.
export const dynamic = 'force-static';

/** What the browser shows instead of any page while Watchroom cannot be reached. */
export default function Offline() {
  return <OfflinePage />;
}
