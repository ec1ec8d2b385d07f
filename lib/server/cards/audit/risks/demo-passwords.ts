import 'server-only';
import { openDemoAccounts } from '@/lib/server/services/users/demo-accounts';
import { counted, listed } from '../../pieces/words';
import { check, type Check } from './check';

/** Whether anybody can sign in as a demo account with the password that everybody can read. */
export async function checkDemoPasswords(): Promise<Check> {
  const open = await openDemoAccounts();
  if (open.length === 0) return check('Demo accounts', 'ok', 'No demo account can be signed in with by the published password.');
  return check('Demo accounts', 'failed', `${counted(open.length, 'demo account')} with the published password: ${listed(open.map(({ email }) => email))}. Disable them before real work.`);
}
