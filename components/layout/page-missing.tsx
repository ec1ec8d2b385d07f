import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { MessagePage } from './message-page';

/** An address that shows nothing to this person. */
export function PageMissing() {
  return (
    <MessagePage title="There is nothing here." text="The address is wrong, what it showed is gone, or your role does not include it.">
      <Button asChild look="primary">
        <Link href="/">Go to the overview</Link>
      </Button>
    </MessagePage>
  );
}
