import { hashPassword } from '@/lib/server/auth/password';
import { closeDb, db } from '@/lib/server/db/client';
import { isDemo } from '@/lib/server/env';
import { DEMO_PASSWORD, DEMO_USERS, STARTER_TEMPLATES } from './seed-data';

/**
 * Fills a new database: the starter templates, and with DEMO=1 the demo accounts. Run again it changes nothing
 * that is there. Run by `npm start`; on its own: `node --conditions=react-server --import tsx prisma/seed.ts`.
 */
async function seed(): Promise<void> {
  const templates = await db().flashTemplate.count();
  if (templates === 0) {
    await db().flashTemplate.createMany({ data: STARTER_TEMPLATES.map((template) => ({ id: crypto.randomUUID(), ...template })) });
  }
  if (!isDemo()) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await db().user.createMany({
    data: DEMO_USERS.map((user) => ({ id: crypto.randomUUID(), passwordHash, updatedAt: new Date(), ...user })),
    skipDuplicates: true,
  });
}

seed()
  .catch((error: unknown) => {
    console.error(`The database could not be filled: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exitCode = 1;
  })
  .finally(closeDb);
