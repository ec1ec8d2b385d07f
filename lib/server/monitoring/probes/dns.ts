import { promises as dns } from 'node:dns';
import type { ConfigOf } from '@/lib/protocol/monitor';
import { failure, type Look, well } from './look';
import { resolveName } from './resolve-name';

const SHOWN = 3;
const SHOWN_CHARACTERS = 120;

/** Asks for a name. Rejects with the resolver's error when there is no answer. `servers`: whom to ask for records instead. */
export async function probeDns({ name, record, expects }: ConfigOf<'dns'>, signal: AbortSignal, servers?: readonly string[]): Promise<Look> {
  const startedAt = performance.now();
  const answers = await ask(name, record, signal, servers);
  const latencyMs = performance.now() - startedAt;
  if (answers.length === 0) return failure('The name has no such record.', latencyMs);
  if (expects === null || answers.some((answer) => sameAnswer(answer, expects))) return well(latencyMs);
  return failure(`${expects} is not among the answers.`, latencyMs, shown(answers));
}

async function ask(name: string, record: ConfigOf<'dns'>['record'], signal: AbortSignal, servers?: readonly string[]): Promise<string[]> {
  if (record === 'ADDRESS') return (await resolveName(name)).map(({ address }) => address);
  const resolver = new dns.Resolver();
  if (servers) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    switch (record) {
      case 'A': return await resolver.resolve4(name);
      case 'AAAA': return await resolver.resolve6(name);
      case 'CNAME': return await resolver.resolveCname(name);
      case 'MX': return (await resolver.resolveMx(name)).map(({ exchange }) => exchange);
      case 'NS': return await resolver.resolveNs(name);
      case 'TXT': return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    }
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Names are the same in capitals and with the root's dot. */
function sameAnswer(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\.$/, '');
  return plain(one) === plain(other);
}

function shown(answers: readonly string[]): string {
  const text = answers.slice(0, SHOWN).join(', ');
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return answers.length > SHOWN ? `${short} and ${answers.length - SHOWN} more` : short;
}
