import { setTimeout as delay } from 'node:timers/promises';
import { flashAnswerSchema, testBroadcastAnswerSchema } from '@/lib/protocol/answers';
import type { Person } from '../person';
import type { Dice } from './random';

const FLASH_SHARE = 0.05;
const SEND_TIMEOUT_MS = 10_000;

/** What was sent and taken. `line`: sent one after the other, so that this is their order. */
export interface Sent {
  readonly line: string;
  readonly word: string;
  /** Of the event of a broadcast, or of a message. */
  readonly id: string;
}

/** What the senders did. */
export interface Sending {
  readonly taken: readonly Sent[];
  /** Why others were not: each reason, such as a status, and how often. Such an event may have come about all the same. */
  readonly unsure: ReadonlyMap<string, number>;
}

/** Who sends, and how fast. `pick`: where each request goes. */
export interface SendersInput {
  readonly supervisors: readonly Person[];
  readonly others: readonly Person[];
  readonly pick: () => string;
  readonly rate: number;
  readonly seconds: number;
  readonly dice: Dice;
}

/** Sends for so long, each person one thing after the other, messages and broadcasts mixed. */
export async function sendAll({ supervisors, others, pick, rate, seconds, dice }: SendersInput): Promise<Sending> {
  const taken: Sent[] = [];
  const unsure = new Map<string, number>();
  const people = [...supervisors.map((who) => ({ who, sends: true })), ...others.map((who) => ({ who, sends: false }))];
  const flashShare = (FLASH_SHARE * people.length) / supervisors.length;
  const everyMs = (people.length * 1_000) / rate;

  async function sendAs({ who, sends }: { who: Person; sends: boolean }, index: number): Promise<void> {
    const startedAt = performance.now();
    for (let number = 0; ; number += 1) {
      const wait = startedAt + number * everyMs - performance.now();
      if (wait > 0) await delay(wait);
      if (performance.now() - startedAt >= seconds * 1_000) return;
      const isFlash = sends && dice.next() < flashShare;
      const line = `${isFlash ? 'message' : 'test'}-${index}`;
      const word = `${line}-${number}`;
      const outcome = await (isFlash ? sendFlash : sendTest)(who.at(pick()), word).catch(reasonOf);
      if ('id' in outcome) taken.push({ line, word, id: outcome.id });
      else unsure.set(outcome.reason, (unsure.get(outcome.reason) ?? 0) + 1);
    }
  }

  await Promise.all(people.map(sendAs));
  return { taken, unsure };
}

type Outcome = { readonly id: string } | { readonly reason: string };

async function sendTest(who: Person, label: string): Promise<Outcome> {
  const answer = await who.post('/api/sse/test', { label }, { timeoutMs: SEND_TIMEOUT_MS });
  if (answer.status !== 202) return { reason: String(answer.status) };
  return { id: testBroadcastAnswerSchema.parse(answer.json()).id };
}

async function sendFlash(who: Person, title: string): Promise<Outcome> {
  const answer = await who.post('/api/flash', { level: 'info', title }, { timeoutMs: SEND_TIMEOUT_MS });
  if (answer.status !== 201) return { reason: String(answer.status) };
  return { id: flashAnswerSchema.parse(answer.json()).flash.id };
}

function reasonOf(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { reason: typeof code === 'string' ? code : 'no answer' };
}
