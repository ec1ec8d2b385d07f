import type { Metadata } from 'next';
import { ManageUnits } from '@/components/units/manage/manage-units';
import { requirePageUser } from '@/lib/server/auth/page-user';

export const metadata: Metadata = { title: 'Edit units' };

export default async function ManageUnitsPage() {
  await requirePageUser('units.manage');
  return <ManageUnits />;
}
