import type { Metadata } from 'next';
import { PublicNotice } from '@/components/bonfires/public/public-notice';
import { parseLanguage, PUBLIC_WORDS } from '@/components/bonfires/public/words';

// The language is in the address: the first paint must have it.
export const dynamic = 'force-dynamic';

interface PageProps {
  readonly searchParams: Promise<{ readonly lang?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { lang } = await searchParams;
  return { title: PUBLIC_WORDS[parseLanguage(typeof lang === 'string' ? lang : null)].title };
}

/** For everybody, without signing in. */
export default function BonfireNoticePage() {
  return <PublicNotice />;
}
