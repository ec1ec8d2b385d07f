import { PlainError } from '@/local/plain-error';
import { request, type Answer, type RequestInput } from '@/testing/request';
import { signIn } from '@/testing/sign-in';

/** The board that is attacked. `baseUrl` has no slash at its end. */
export interface Target {
  readonly baseUrl: string;
  /** An account that may read the board, which strangers are measured against. */
  readonly email: string;
  readonly password: string;
}

/** How many answers of each status came, 0 for connections that the board cut. */
export type Statuses = ReadonlyMap<number, number>;

/** One request to a path of the board. A connection that is cut counts as status 0. */
export function send(target: Target, path: string, input: RequestInput = {}): Promise<Answer> {
  return request(target.baseUrl + path, input).catch((error: Error): Answer => ({ status: 0, headers: {}, text: error.message, tookMs: 0, json: () => null }));
}

/** The session cookie of the target's account. Throws PlainError when it cannot sign in. */
export function session({ baseUrl, email, password }: Target): Promise<string> {
  return signIn(baseUrl, email, password, { origin: new URL(baseUrl).origin }).catch((error: Error) => {
    throw new PlainError(`${email} cannot sign in at ${baseUrl}: ${error.message}. Start the board, or give --email and --password.`);
  });
}

/** Sends `count` requests, `atOnce` at a time. */
export async function flood(count: number, atOnce: number, one: (index: number) => Promise<Answer>): Promise<Statuses> {
  const statuses = new Map<number, number>();
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let index = next++; index < count; index = next++) {
      const { status } = await one(index);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }));
  return statuses;
}

/** "12 × 401, 88 × 429" */
export function told(statuses: Statuses): string {
  return [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status || 'cut'}`).join(', ');
}
