import { sleep } from '@/lib/core/sleep';
import { ask } from './ask';
import { SCHEMA_PATH } from './published-schema';
import { recordStream } from './record-stream';
import type { Answer, Sample } from './sample';

const POLL_EVERY_MS = 500;
const REST_PATH = '/api/infrastructure';
const STREAM_PATH = '/api/infrastructure/stream';
const FOREIGN_ORIGIN = 'https://elsewhere.example';

/** Sees all that the contract speaks of, in `seconds` and a little more. `cookie`: of somebody who is signed in. Never rejects. */
export async function takeSample(baseUrl: string, cookie: string, seconds: number): Promise<Sample> {
  const rest = baseUrl + REST_PATH;
  const stream = baseUrl + STREAM_PATH;
  const signedIn = { headers: { cookie } };
  const foreign = { headers: { cookie, origin: FOREIGN_ORIGIN } };
  const own = {
    restAnonymous: await look(rest),
    restForeign: await look(rest, foreign),
    restPost: await look(rest, { method: 'POST', headers: { cookie, origin: new URL(baseUrl).origin, 'content-type': 'application/json' }, body: '{}' }),
    streamAnonymous: await look(stream),
    streamForeign: await look(stream, foreign),
    schema: await look(baseUrl + SCHEMA_PATH),
    history: await look(`${baseUrl}${REST_PATH}/history`, signedIn),
    rest: await look(rest, signedIn),
  };
  const over = new AbortController();
  const recording = recordStream(stream, { cookie }, seconds).finally(() => over.abort());
  const polls: Answer[] = [];
  while (!over.signal.aborted) {
    polls.push(await look(rest, signedIn));
    await sleep(POLL_EVERY_MS, over.signal);
  }
  return { ...own, stream: await recording, polls };
}

/** An answer without the cookies that came with it. */
async function look(...[url, input]: Parameters<typeof ask>): Promise<Answer> {
  const { status, headers, text, at, failure } = await ask(url, input);
  const others = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return { status, headers: Object.fromEntries(others), text, at, failure };
}
