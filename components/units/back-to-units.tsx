import { ArrowLeft } from 'lucide-react';
import { QuietLink } from '@/components/ui/quiet-link';

/** The way from a page about units back to their board. */
export function BackToUnits() {
  return (
    <QuietLink href="/units" icon={ArrowLeft}>Units</QuietLink>
  );
}
