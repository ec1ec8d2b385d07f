import { PlainError } from '../plain-error';
import { codeOf } from '../process/process-table';

const ANSWER_MS = 10_000;

/** Makes sure that the Redis at `url` (Upstash REST) answers and accepts `token`. Throws a {@link PlainError} otherwise. */
export async function checkExternalRedis({ url, token }: { url: string; token: string }): Promise<void> {
  const host = new URL(url).host;
  let status: number;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '["PING"]',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    status = answer.status;
    await answer.body?.cancel();
  } catch (error) {
    const reason = error instanceof Error && error.name === 'TimeoutError' ? 'no answer in 10 s' : codeOf(error instanceof Error ? error.cause : error);
    throw new PlainError(`No Redis answers at ${host} (${reason ?? 'connection failed'}). Correct UPSTASH_REDIS_REST_URL, or leave it out for the built-in one.`);
  }
  if (status === 401 || status === 403) throw new PlainError(`The Redis at ${host} refuses UPSTASH_REDIS_REST_TOKEN. Set the token that belongs to it.`);
  if (status !== 200) throw new PlainError(`The server at ${host} answers ${status} where a Redis REST server answers 200. Correct UPSTASH_REDIS_REST_URL.`);
}
