import { HttpError } from './http-error';

/** Takes the JSON body of `POST /`, `["SET","key",1]`, and gives its words. Throws HttpError 400 for anything else. */
export function parseCommand(body: string): string[] {
  return wordsOf(parseJson(body), isSuspect(body));
}

/** Takes the JSON body of a pipeline, `[["GET","a"],["GET","b"]]`. Throws HttpError 400 for anything else. */
export function parseCommands(body: string): string[][] {
  const value = parseJson(body);
  if (!Array.isArray(value)) throw new HttpError(400, 'ERR a pipeline must be a JSON array of command arrays');
  const suspect = isSuspect(body);
  return value.map((command: unknown) => wordsOf(command, suspect));
}

/**
 * Takes a request target such as `/set/key/value?EX=10` and gives the words of the command in it.
 * A body, if any, is the last argument, as Upstash has it.
 */
export function parseCommandPath(url: URL, body: string): string[] {
  const words = url.pathname.slice(1).split('/').map(decodePathSegment);
  if (body !== '') words.push(body);
  for (const [name, value] of url.searchParams) words.push(...(value === '' ? [name] : [name, value]));
  return words[0] === '' ? [] : words;
}

/** Decodes one percent-encoded path segment. Throws HttpError 400 when the encoding is broken. */
export function decodePathSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpError(400, 'ERR the path is not valid percent-encoding');
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, 'ERR failed to parse the request body as JSON');
  }
}

/** Only an escape can smuggle half a surrogate pair into UTF-8 text; without one the words need no second look. */
function isSuspect(body: string): boolean {
  return body.includes('\\u');
}

function wordsOf(value: unknown, suspect: boolean): string[] {
  if (!Array.isArray(value)) throw new HttpError(400, 'ERR a command must be a JSON array');
  return value.map((word: unknown) => {
    if (typeof word === 'string') return suspect ? Buffer.from(word).toString() : word;
    if (typeof word === 'number' || typeof word === 'boolean') return String(word);
    throw new HttpError(400, 'ERR command arguments must be strings, numbers or booleans');
  });
}
