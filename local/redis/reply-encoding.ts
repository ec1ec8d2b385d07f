import type { Outcome, RedisReply } from './reply';

/**
 * Writes one outcome as the JSON the client library reads. With `base64`, texts are base64 of their UTF-8 bytes; a
 * whole reply of exactly `OK` stays as it is. Inside a list `OK` is encoded, because the library decodes it there.
 */
export function encodeOutcome(outcome: Outcome, base64: boolean): string {
  if ('error' in outcome) return `{"error":${JSON.stringify(outcome.error)}}`;
  if (!base64) return `{"result":${JSON.stringify(outcome.result)}}`;
  return outcome.result === 'OK' ? '{"result":"OK"}' : `{"result":${encodeBase64(outcome.result)}}`;
}

/** The same for the outcomes of a pipeline or transaction: one JSON array. */
export function encodeOutcomes(outcomes: readonly Outcome[], base64: boolean): string {
  let text = '[';
  for (const [index, outcome] of outcomes.entries()) {
    if (index > 0) text += ',';
    text += encodeOutcome(outcome, base64);
  }
  return `${text}]`;
}

function encodeBase64(reply: RedisReply): string {
  if (typeof reply === 'string') return `"${Buffer.from(reply).toString('base64')}"`;
  if (reply === null || typeof reply === 'number') return String(reply);
  let text = '[';
  for (const [index, item] of reply.entries()) {
    if (index > 0) text += ',';
    text += encodeBase64(item);
  }
  return `${text}]`;
}
