import type { ConfigOf } from '@/lib/protocol/monitor';
import { valueAt } from './json-pointer';

const SHOWN_CHARACTERS = 60;

/** What is wrong with a status, in words; null when it is as it should be. */
export function statusProblem(status: number, { statusFrom, statusTo }: ConfigOf<'http'>): string | null {
  if (status >= statusFrom && status <= statusTo) return null;
  return `The answer was ${status}, not ${statusFrom === statusTo ? statusFrom : `${statusFrom} to ${statusTo}`}.`;
}

/** Whether the text of the answer matters. */
export function wantsText({ keyword, json }: ConfigOf<'http'>): boolean {
  return keyword !== null || json !== null;
}

/** What is wrong with the text of an answer. `reading`: what stands there instead, which everybody must not read. */
export interface TextProblem {
  readonly message: string;
  readonly reading: string | null;
}

/** What is wrong with the text of an answer; null when it is as it should be. */
export function textProblem(text: string, { keyword, keywordAbsent, json }: ConfigOf<'http'>): TextProblem | null {
  if (keyword !== null && text.includes(keyword) === keywordAbsent) {
    return unread(keywordAbsent ? `The answer contains "${keyword}".` : `The answer does not contain "${keyword}".`);
  }
  return json === null ? null : jsonProblem(text, json);
}

function jsonProblem(text: string, { pointer, equals }: NonNullable<ConfigOf<'http'>['json']>): TextProblem | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return unread('The answer is no JSON.');
  }
  const where = pointer === '' ? 'the top' : pointer;
  const found = valueAt(document, pointer);
  if (!found) return unread(`The answer has nothing at ${where}.`);
  return found.value === equals ? null : { message: `At ${where} is another value than ${shown(equals)}.`, reading: shown(found.value) };
}

function unread(message: string): TextProblem {
  return { message, reading: null };
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
