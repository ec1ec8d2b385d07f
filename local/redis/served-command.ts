import { ownValue } from '@/lib/core/own-value';
import { COMMAND_ARITY, isServed, SUBCOMMAND_ARITY, WITHHELD, type CommandName } from './command-table';
import { ReplyError } from './reply';

/** A command that passed `admit`: its name is in the table and it has as many arguments as the table asks for. */
export interface ServedCommand {
  readonly name: CommandName;
  readonly args: readonly string[];
}

/** Arguments are spread into function calls, and the call stack ends somewhere above 100,000 of them. */
const MAX_ARGUMENTS = 50_000;

/**
 * Takes the words of a command and gives the command to run, the same for both engines.
 * Throws ReplyError with Redis's own text for an unknown name or a wrong number of arguments.
 */
export function admit(words: readonly string[]): ServedCommand {
  const [word, ...args] = words;
  if (word === undefined) throw new ReplyError('ERR empty command');
  const name = word.toLowerCase();
  if (!isServed(name)) throw new ReplyError(unserved(word, args));
  if (args.length > MAX_ARGUMENTS) throw new ReplyError(`ERR too many arguments, at most ${MAX_ARGUMENTS} are served`);
  if (!fits(COMMAND_ARITY[name], words.length)) throw wrongArity(name);

  const family = SUBCOMMAND_ARITY[name];
  if (family !== undefined) {
    const member = (args[0] ?? '').toLowerCase();
    const arity = ownValue(family, member);
    if (arity === undefined) throw new ReplyError(`ERR unknown subcommand '${args[0] ?? ''}'. Try ${name.toUpperCase()} HELP.`);
    if (!fits(arity, words.length)) throw wrongArity(`${name}|${member}`);
  }
  return { name, args };
}

/** The error for a wrong number of arguments; takes the command's name in lower case. */
export function wrongArity(name: string): ReplyError {
  return new ReplyError(`ERR wrong number of arguments for '${name}' command`);
}

function fits(arity: number, wordCount: number): boolean {
  return arity >= 0 ? wordCount === arity : wordCount >= -arity;
}

function unserved(word: string, args: readonly string[]): string {
  if (WITHHELD.has(word.toLowerCase())) return `ERR command '${word.toLowerCase()}' is not available on this server`;
  let shown = '';
  for (const arg of args) {
    if (shown.length >= 128) break;
    shown += `'${arg.slice(0, 128 - shown.length)}' `;
  }
  return `ERR unknown command '${word.slice(0, 128)}', with args beginning with: ${shown}`.replace(/[\r\n]/g, ' ');
}
