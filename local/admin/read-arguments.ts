import { parseArgs } from 'node:util';
import { emailSchema } from '@/lib/protocol/account';
import { ROLES, roleSchema, type Role } from '@/lib/protocol/permissions';
import { messageOf, PlainError } from '../plain-error';

/** What the command is asked to do. `name` null: none was given. */
export type AdminCommand =
  | { readonly verb: 'create'; readonly email: string; readonly name: string | null; readonly role: Role }
  | { readonly verb: 'reset'; readonly email: string };

const USAGE = [
  'Say what to do and for whom:',
  '  npm run admin -- create astrid@example.org --name "Astrid Nygård"   an admin who can sign in',
  `  npm run admin -- create kari@example.org --role dispatcher          or another role: ${ROLES.join(', ')}`,
  '  npm run admin -- reset astrid@example.org                           a new password; enables the account, ends what it has open',
].join('\n');

/** Reads the words after `npm run admin --`. Throws a {@link PlainError} that says how the command is used. */
export function readArguments(args: readonly string[]): AdminCommand {
  const { positionals, values } = parse(args);
  const [verb, email, ...more] = positionals;
  if ((verb !== 'create' && verb !== 'reset') || email === undefined || more.length > 0) throw new PlainError(USAGE);
  const checked = emailSchema.safeParse(email);
  if (!checked.success) throw new PlainError(`"${email}" is no e-mail address.\n${USAGE}`);
  if (verb === 'reset') return { verb, email: checked.data };
  const role = roleSchema.safeParse(values.role);
  if (!role.success) throw new PlainError(`There is no role "${values.role}". The roles are ${ROLES.join(', ')}.`);
  return { verb, email: checked.data, name: values.name ?? null, role: role.data };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { name: { type: 'string' }, role: { type: 'string', default: 'admin' } } });
  } catch (error) {
    throw new PlainError(`${messageOf(error)}\n${USAGE}`);
  }
}
