import { PlainError } from '../plain-error';
import { startNodeChild } from '../process/node-child';

/** What {@link seed} takes. */
export interface SeedInput {
  projectDir: string;
  databaseUrl: string;
  /** The environment the web server gets, which the seed shares. */
  env: NodeJS.ProcessEnv;
  logFile: string;
}

/** Runs `prisma/seed.ts`, which fills the database of a demonstration and may run any number of times. Throws a {@link PlainError} with its last words when it fails. */
export async function seed({ projectDir, databaseUrl, env, logFile }: SeedInput): Promise<void> {
  const child = startNodeChild({
    // The condition turns `server-only` into an empty module, as it is in the web server.
    args: ['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts'],
    cwd: projectDir,
    env: { ...env, DATABASE_URL: databaseUrl, DEMO: '1' },
    logFile,
  });
  const how = await child.exited;
  if (how !== 'ended with code 0') {
    throw new PlainError(`The demo data could not be written (${how}): ${child.lastLines().findLast((line) => line.trim() && !/^\s/.test(line)) ?? 'no reason given'}. The log is ${logFile}.`);
  }
}
