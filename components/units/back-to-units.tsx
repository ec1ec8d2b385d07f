import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';

/** The way from a page about units back to their board. */
export function BackToUnits() {
  return (
    <Button asChild size="sm" look="quiet">
      <Link href="/units">
        <ArrowLeft aria-hidden size={16} />
        Units
      </Link>
    </Button>
  );
}
