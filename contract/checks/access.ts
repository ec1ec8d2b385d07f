import { parseJson } from '@/lib/core/parse-json';
import { errorBodySchema } from '@/lib/protocol/errors';
import type { Check } from '../check';
import { demand, demandHeader, JSON_TYPE, quote } from '../demand';
import type { Answer, Sample } from '../sample';

const group = 'Who may look';

/** Who is let in, and how others are refused. */
export const accessChecks: readonly Check[] = [
  {
    ...{ group, id: 'access.rest.exists', name: 'GET /api/infrastructure answers 200 to somebody signed in' },
    run: ({ sample }) => expectStatus(sample.rest, 200),
  },
  refused('access.rest.anonymous', 'GET /api/infrastructure answers 401 without sign-in', ({ restAnonymous }) => restAnonymous, 401),
  refusedInWords('access.rest.anonymous-words', 'GET /api/infrastructure says as JSON that one is not signed in', ({ restAnonymous }) => restAnonymous, 'unauthenticated'),
  refused('access.stream.anonymous', 'The stream answers 401 without sign-in', ({ streamAnonymous }) => streamAnonymous, 401),
  refusedInWords('access.stream.anonymous-words', 'The stream says as JSON that one is not signed in', ({ streamAnonymous }) => streamAnonymous, 'unauthenticated'),
  refused('access.rest.foreign', 'GET /api/infrastructure answers 403 to a page of another site', ({ restForeign }) => restForeign, 403),
  refusedInWords('access.rest.foreign-words', 'GET /api/infrastructure says as JSON that the page is of another site', ({ restForeign }) => restForeign, 'foreign_origin'),
  refused('access.stream.foreign', 'The stream answers 403 to a page of another site', ({ streamForeign }) => streamForeign, 403),
  refusedInWords('access.stream.foreign-words', 'The stream says as JSON that the page is of another site', ({ streamForeign }) => streamForeign, 'foreign_origin'),
  refused('access.rest.post', 'POST /api/infrastructure answers 405', ({ restPost }) => restPost, 405),
];

function refused(id: string, name: string, pick: (sample: Sample) => Answer, status: number): Check {
  return { group, id, name, run: ({ sample }) => expectStatus(pick(sample), status) };
}

function refusedInWords(id: string, name: string, pick: (sample: Sample) => Answer, code: string): Check {
  return {
    ...{ group, id, name },
    run({ sample }) {
      const { text, headers } = pick(sample);
      const body = errorBodySchema.safeParse(parseJson(text)).data;
      demand(body !== undefined, `It answered ${quote(text)}. Expected was {"error": {"code", "message"}}.`);
      demand(body.error.code === code, `The error has the code ${quote(body.error.code)}. Expected was ${quote(code)}.`);
      demand(body.error.message.trim() !== '', 'The error has no message. Expected was a sentence for a person.');
      demandHeader(headers, JSON_TYPE);
      return body.error.message;
    },
  };
}

function expectStatus({ status, failure }: Answer, wanted: number): string {
  demand(status === wanted, status === 0 ? `It gave no answer (${failure}). Expected was ${wanted}.` : `It answered ${status}. Expected was ${wanted}.`);
  return String(status);
}
