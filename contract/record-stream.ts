import { failureOf } from './ask';
import type { Chunk, StreamSample } from './sample';

const HEADERS_WITHIN_MS = 15_000;

/** Listens to a stream for `seconds` from its first piece, and asks for gzip, which must not be taken. Never rejects. */
export async function recordStream(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<StreamSample> {
  const askedAt = performance.now();
  const chunks: Chunk[] = [];
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), HEADERS_WITHIN_MS);
  let status = 0;
  let received: Record<string, string> = {};
  try {
    const response = await fetch(url, { headers: { ...headers, accept: 'text/event-stream', 'accept-encoding': 'gzip' }, redirect: 'manual', cache: 'no-store', signal: stop.signal });
    status = response.status;
    received = Object.fromEntries(response.headers);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const bytes of response.body ?? []) {
      if (chunks.length === 0) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), seconds * 1_000);
      }
      const atMs = performance.now() - askedAt;
      // A busy machine may be late with the end of the time.
      if (atMs - (chunks[0]?.atMs ?? atMs) <= seconds * 1_000) chunks.push({ atMs, text: decoder.decode(bytes, { stream: true }) });
    }
    return { status, headers: received, chunks, seconds, endedEarly: 'the server ended it' };
  } catch (error) {
    const isOver = stop.signal.aborted && chunks.length > 0;
    return { status, headers: received, chunks, seconds, endedEarly: isOver ? null : stop.signal.aborted ? 'nothing came' : failureOf(error) };
  } finally {
    clearTimeout(timer);
  }
}
