import { z } from 'zod';
import { request } from './request';

const answerSchema = z.object({ result: z.unknown().optional(), error: z.string().optional() });

/** Sends one command to an Upstash REST server and gives its result. Rejects when it is refused or nobody answers. */
export async function redisCommand(
  { redisUrl, redisToken }: { readonly redisUrl: string; readonly redisToken: string },
  words: readonly (string | number)[],
): Promise<unknown> {
  const answer = await request(redisUrl, { method: 'POST', headers: { authorization: `Bearer ${redisToken}` }, body: [...words] });
  const { result, error } = answerSchema.parse(answer.json());
  if (error !== undefined) throw new Error(error);
  return result;
}
