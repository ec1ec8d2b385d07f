import 'server-only';
import { parseJson } from '@/lib/core/parse-json';
import { AppError } from '../errors';

/** A request's JSON body of at most `maxBytes`. Throws AppError not_json (415), too_large (413), malformed (400). */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('not_json', 'Send the body as JSON, with content-type: application/json.');
  const text = await readText(request, maxBytes);
  const value = parseJson(text);
  if (value === undefined) throw new AppError('malformed', 'The body is not valid JSON.');
  return value;
}

/** A request's body as text of at most `maxBytes`, refused while it is read. Throws AppError too_large (413), malformed (400). */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new AppError('too_large', `The body is larger than ${Math.round(maxBytes / 1_024)} KB. Nothing was saved.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError('malformed', 'The body is not valid UTF-8.');
  }
}
