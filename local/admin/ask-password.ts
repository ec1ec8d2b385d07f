import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { newPasswordSchema } from '@/lib/protocol/account';

/** Without the letters and digits that are taken for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

/** A password for an account. `made`: nobody has typed it, so it must be shown. */
export interface ChosenPassword {
  readonly password: string;
  readonly made: boolean;
}

/** Asks for a password on a terminal, without showing it, until one is good enough; makes one when nothing is typed, or where there is no terminal. */
export async function askPassword(): Promise<ChosenPassword> {
  while (process.stdin.isTTY) {
    process.stdout.write('Password (leave it empty to have one made): ');
    const typed = await readHidden();
    process.stdout.write('\n');
    if (typed === '') break;
    const checked = newPasswordSchema.safeParse(typed);
    if (checked.success) return { password: checked.data, made: false };
    console.log(checked.error.issues.map(({ message }) => message).join(' '));
  }
  return { password: makePassword(), made: true };
}

/** A password of twenty random letters and digits, about 99 bits, in groups that can be read out. */
export function makePassword(): string {
  const group = () => Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

async function readHidden(): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // Ctrl-C, or an end of the input, ends the command: nothing was changed yet.
  lines.once('SIGINT', () => process.exit(130));
  try {
    return await lines.question('');
  } finally {
    lines.close();
  }
}
