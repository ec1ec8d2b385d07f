/**
 * Disables the demo accounts that still have the published password, and prints one sentence if there were any. Run by the start
 * command without DEMO: `node --conditions=react-server --import tsx local/admin/close-demo.ts`.
 */
import { closeDb } from '@/lib/server/db/client';
import { closeDemoAccounts, closedWords } from '@/lib/server/services/users/demo-accounts';
import { messageOf } from '../plain-error';

try {
  const count = await closeDemoAccounts();
  if (count > 0) console.log(closedWords(count));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
} finally {
  await closeDb();
}
