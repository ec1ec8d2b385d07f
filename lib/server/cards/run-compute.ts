import 'server-only';
import { logError } from '@/lib/core/log';
import { cardValueSchema, type CardValue } from '@/lib/protocol/card-value';
import { isDatabaseUnavailable } from '../db/is-unavailable';
import { CardTrouble, type AnyCard } from './define';

/** What came of one attempt: the value, or a sentence for a person. */
export type Attempt = { readonly value: CardValue } | { readonly message: string };

/** Computes one card within `timeoutMs`. Never throws; what went wrong goes to the server's log by name only. */
export async function runCompute(card: AnyCard, timeoutMs: number, now: Date): Promise<Attempt> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new CardTrouble(`It was not done after ${timeoutMs / 1_000} s, so it was given up. Try again; if it stays so, look at the database's load.`));
    }, timeoutMs);
  });
  try {
    const value = await Promise.race([card.compute({ now, signal: controller.signal }), tooLong]);
    return { value: cardValueSchema.parse({ ...value, view: card.view }) };
  } catch (error) {
    logError(`The card ${card.key} could not be computed: ${error instanceof Error ? error.name : 'unknown error'}.`);
    return { message: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof CardTrouble) return error.message;
  if (isDatabaseUnavailable(error)) return 'The database does not answer. Try again in a moment.';
  return 'It could not be computed. Try again; if it stays so, tell an admin: the server’s log names the card.';
}
