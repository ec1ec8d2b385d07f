import 'server-only';

const WAIT = /[?&]error=rate_limited(?:%3A|:)(\d+)/i;

/** The code of a refusal that says how long to wait, as next-auth carries it to the sign-in page. */
export function waitCode(seconds: number): string {
  return `rate_limited:${seconds}`;
}

/** next-auth answers every refused sign-in with 401. Too many attempts are a 429 with the time to wait (RFC 6585 §4). */
export async function withWaitTime(answer: Response): Promise<Response> {
  if (answer.status !== 401) return answer;
  const seconds = WAIT.exec(await answer.clone().text())?.[1];
  if (seconds === undefined) return answer;
  const headers = new Headers(answer.headers);
  headers.set('retry-after', seconds);
  return new Response(answer.body, { status: 429, headers });
}
