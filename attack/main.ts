/**
 * Attacks a running board as strangers would, and says what held: `npm run attack -- <address> [--email <address> --password <password>]`.
 * Exit code 0 when all held, 1 when something did not, 2 when it could not run.
 */
import { parseArgs } from 'node:util';
import { baseUrlOf } from '@/contract/options';
import { messageOf, PlainError } from '@/local/plain-error';
import { DEMO_PASSWORD, DEMO_USERS } from '@/prisma/seed-data';
import { runAttacks } from './run-attacks';
import type { Target } from './target';

const USAGE = 'npm run attack -- <address of the board> [--email <address>] [--password <password>]';

function readTarget(args: readonly string[]): Target {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { email: text, password: text } });
  } catch (error) {
    throw new PlainError(`${messageOf(error).split('\n')[0]?.replace(/\.?$/, '.')} Use: ${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [url, ...rest] = positionals;
  if (url === undefined || rest.length > 0) throw new PlainError(`Say which board to attack, one of your own: ${USAGE}`);
  const demo = DEMO_USERS.find(({ role }) => role === 'observer')?.email ?? '';
  const email = values.email ?? process.env.WATCHROOM_EMAIL ?? demo;
  return { baseUrl: baseUrlOf(url), email, password: values.password ?? process.env.WATCHROOM_PASSWORD ?? DEMO_PASSWORD };
}

async function main(): Promise<number> {
  const target = readTarget(process.argv.slice(2));
  console.log(`Attacking ${target.baseUrl} …`);
  const outcomes = await runAttacks(target, ({ name, held, detail }) => console.log(`  ${held ? '✓' : '✗'} ${name}: ${detail}`));
  const fell = outcomes.filter(({ held }) => !held).length;
  console.log(`\n${outcomes.length - fell} passed, ${fell} failed.`);
  return fell === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 2;
  },
);
