'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLiveSeed } from '@/components/flash/live-seed';
import { Button } from '@/components/ui/button';
import { MessagePage } from './message-page';
import { PageMissing } from './page-missing';
import { isRefused } from './page-permissions';

/** An address of the board that shows nothing to this person, and why. */
export function BoardPageMissing() {
  const { name, role } = useLiveSeed().me;
  const pathname = usePathname();
  if (!isRefused(pathname, role)) return <PageMissing />;
  return (
    <MessagePage title="Your role does not include this page." text={`You are signed in as ${name}, ${role}. An admin can give you a role that includes it.`}>
      <Button asChild look="primary">
        <Link href="/">Go to the overview</Link>
      </Button>
    </MessagePage>
  );
}
