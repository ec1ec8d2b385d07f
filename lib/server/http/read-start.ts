import 'server-only';

/** So much of a body is taken in and thrown away beyond what is kept: a connection that is cut in the middle looks like a refusal. */
const MOST_BYTES = 4_194_304;

/** The first `maxBytes` of a body as text; what follows is thrown away, and what cannot be read is as good as nothing. Never throws. */
export async function readStart(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = request.body?.getReader();
    while (reader && size < MOST_BYTES) {
      const { done, value } = await reader.read();
      if (done) break;
      if (size < maxBytes) chunks.push(value.subarray(0, maxBytes - size));
      size += value.byteLength;
    }
    if (size >= MOST_BYTES) await reader?.cancel();
  } catch {
    // What came before counts.
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
