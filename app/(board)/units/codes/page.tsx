import type { Metadata } from 'next';
import { UnitCodes } from '@/components/units/codes/unit-codes';
import { requirePageUser } from '@/lib/server/auth/page-user';

export const metadata: Metadata = { title: 'Unit codes' };

export default async function UnitCodesPage() {
  await requirePageUser('units.manage');
  return <UnitCodes />;
}
