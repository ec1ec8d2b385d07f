import type { Metadata } from 'next';
import { UnitBoard } from '@/components/units/unit-board';
import { requirePageUser } from '@/lib/server/auth/page-user';

export const metadata: Metadata = { title: 'Units' };

export default async function UnitsPage() {
  await requirePageUser('units.read');
  return <UnitBoard />;
}
