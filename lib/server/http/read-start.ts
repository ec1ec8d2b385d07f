import 'server-only';

/** The first `maxBytes` of a body as text; more is left unread, and what cannot be read is as good as nothing. Never throws. */
export async function readStart(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = request.body?.getReader();
    while (reader && size < maxBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
    }
    if (size >= maxBytes) await reader?.cancel();
  } catch {
    // What came before counts.
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes));
}
