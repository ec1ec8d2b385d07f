import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { MessagePage } from './message-page';

/** An address that shows nothing to this person. */
export function PageMissing() {
  return (
    <MessagePage title="There is nothing here." text="The address is wrong, or what it showed is gone.">
      <Button asChild look="primary">
        <Link href="/">Go to the overview</Link>
      </Button>
    </MessagePage>
  );
}
